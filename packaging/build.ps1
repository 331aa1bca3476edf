# Build PaintAssist as one folder that needs no Python, and its installer where Inno Setup is there:
# `powershell -File packaging\build.ps1 [slim|gpu|full]`. See packaging\release.md.
param([ValidateSet("slim", "gpu", "full")][string]$Flavour = "slim")
$ErrorActionPreference = "Stop"
$root = Split-Path -Parent $PSScriptRoot

function Find-Python {
    foreach ($words in @("py", "-3.13"), @("py", "-3.12"), @("py", "-3.11"), @(, "python")) {
        $name, $rest = $words
        if (-not (Get-Command $name -ErrorAction SilentlyContinue)) { continue }
        & $name @rest -c "import sys; sys.exit(sys.version_info < (3, 11))" 2>$null
        if ($LASTEXITCODE -eq 0) { return , @($words) }
    }
    throw "PaintAssist: needs Python 3.11 or newer; install it and start again"
}

$words = Find-Python
$name, $rest = $words
& $name @rest -s -E "$root\packaging\build.py" $Flavour
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }

$places = @("iscc")
foreach ($programs in ${env:ProgramFiles(x86)}, $env:ProgramFiles) {
    $places += Get-ChildItem "$programs\Inno Setup *\ISCC.exe" -ErrorAction SilentlyContinue | ForEach-Object FullName
}
$iscc = $places | Where-Object { Get-Command $_ -ErrorAction SilentlyContinue } | Select-Object -First 1
if (-not $iscc) {
    Write-Output "==> no Inno Setup here: the folder is in build\$Flavour\dist, packed in dist"
    exit 0
}
$version = (Select-String -Path "$root\paintassist\__init__.py" -Pattern '^__version__ = "(.+)"').Matches[0].Groups[1].Value
& $iscc /Q "/DVersion=$version" "/DFlavour=$Flavour" "/DFolder=$root\build\$Flavour\dist\PaintAssist" "$root\packaging\windows\paintassist.iss"
exit $LASTEXITCODE
