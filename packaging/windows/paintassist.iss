; Inno Setup: iscc /DVersion=VERSION /DFolder=..\..\build\slim\dist\PaintAssist paintassist.iss
; For the user alone by default, so that no administrator is asked for.
#ifndef Version
  #error name the version: /DVersion=...
#endif
#ifndef Folder
  #define Folder "..\..\build\slim\dist\PaintAssist"
#endif
#ifndef Flavour
  #define Flavour "slim"
#endif

[Setup]
AppId={{6C0B6B53-2C0C-4B3A-9D0E-7A6B1B0B7B55}
AppName=PaintAssist
AppVersion={#Version}
AppPublisher=The PaintAssist team
DefaultDirName={autopf}\PaintAssist
DefaultGroupName=PaintAssist
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
ChangesAssociations=yes
Compression=lzma2/normal
SolidCompression=yes
#if Flavour != "slim"
; One file may have 2,100,000,000 bytes at the most: CUDA goes into files beside the installer.
DiskSpanning=yes
DiskSliceSize=1900000000
#endif
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\build\{#Flavour}\icons\paintassist.ico
UninstallDisplayIcon={app}\PaintAssist.exe
OutputDir=..\..\dist
OutputBaseFilename=paintassist-{#Version}-{#Flavour}-windows-setup
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "ja"; MessagesFile: "compiler:Languages\Japanese.isl"

[CustomMessages]
en.Project=PaintAssist project
ja.Project=PaintAssist プロジェクト
en.Associate=Open .paintassist files with PaintAssist
ja.Associate=.paintassist ファイルを PaintAssist で開く

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked
Name: "associate"; Description: "{cm:Associate}"

[InstallDelete]
; Parts of an older version must not stay beside those of this one.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Folder}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs
Source: "..\..\build\{#Flavour}\icons\project.ico"; DestDir: "{app}"

[Icons]
Name: "{group}\PaintAssist"; Filename: "{app}\PaintAssist.exe"
Name: "{autodesktop}\PaintAssist"; Filename: "{app}\PaintAssist.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.paintassist"; ValueType: string; ValueData: "PaintAssist.Project"; Flags: uninsdeletevalue; Tasks: associate
Root: HKA; Subkey: "Software\Classes\.paintassist\OpenWithProgids"; ValueType: string; ValueName: "PaintAssist.Project"; ValueData: ""; Flags: uninsdeletevalue; Tasks: associate
Root: HKA; Subkey: "Software\Classes\PaintAssist.Project"; ValueType: string; ValueData: "{cm:Project}"; Flags: uninsdeletekey; Tasks: associate
Root: HKA; Subkey: "Software\Classes\PaintAssist.Project\DefaultIcon"; ValueType: string; ValueData: "{app}\project.ico"; Tasks: associate
Root: HKA; Subkey: "Software\Classes\PaintAssist.Project\shell\open\command"; ValueType: string; ValueData: """{app}\PaintAssist.exe"" ""%1"""; Tasks: associate

[Run]
Filename: "{app}\PaintAssist.exe"; Description: "{cm:LaunchProgram,PaintAssist}"; Flags: nowait postinstall skipifsilent
