<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Clear Decision</source>
        <translation>決定を取り消す(&amp;C)</translation>
    </message>
    <message>
        <source>Open the segment again; its proposal shows</source>
        <translation>領域を未決定に戻し、提案色を表示します</translation>
    </message>
    <message>
        <source>&amp;Open Frames...</source>
        <translation>セルを開く(&amp;O)...</translation>
    </message>
    <message>
        <source>Open a folder of line art</source>
        <translation>線画のフォルダーを開きます</translation>
    </message>
    <message>
        <source>Add &amp;Sheet...</source>
        <translation>色見本を追加(&amp;S)...</translation>
    </message>
    <message>
        <source>Add painted drawings whose colours are proposed</source>
        <translation>色の提案元になる彩色済みの絵を追加します</translation>
    </message>
    <message>
        <source>Open &amp;Project...</source>
        <translation>プロジェクトを開く(&amp;P)...</translation>
    </message>
    <message>
        <source>Open Sa&amp;mple</source>
        <translation>サンプルを開く(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Keep the project in a file; from then on every edit is kept at once</source>
        <translation>プロジェクトをファイルに保存します。以後の作業はその都度すぐに保存されます</translation>
    </message>
    <message>
        <source>Save &amp;As...</source>
        <translation>名前を付けて保存(&amp;A)...</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation>書き出し(&amp;E)...</translation>
    </message>
    <message>
        <source>Write the painted frames as PNG or TGA</source>
        <translation>彩色したセルを PNG または TGA で書き出します</translation>
    </message>
    <message>
        <source>&amp;Models...</source>
        <translation>モデル(&amp;M)...</translation>
    </message>
    <message>
        <source>See, import, fetch and remove models</source>
        <translation>モデルの一覧、読み込み、ダウンロード、削除</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Bucket</source>
        <translation>バケツ(&amp;B)</translation>
    </message>
    <message>
        <source>Fill with the current colour; drag to fill along the stroke, Shift to fill all of one colour</source>
        <translation>描画色で塗ります。ドラッグで軌跡に沿って、Shift で同じ色の領域をすべて塗ります</translation>
    </message>
    <message>
        <source>&amp;Eyedropper</source>
        <translation>スポイト(&amp;E)</translation>
    </message>
    <message>
        <source>Take a colour from the drawing; or hold Alt</source>
        <translation>絵から色を拾います(Alt を押している間も可)</translation>
    </message>
    <message>
        <source>&amp;Lasso Fill</source>
        <translation>投げ縄塗り(&amp;L)</translation>
    </message>
    <message>
        <source>Fill what lies mostly inside a loop</source>
        <translation>囲みに大部分が入る領域を塗ります</translation>
    </message>
    <message>
        <source>&amp;Rectangle Fill</source>
        <translation>矩形塗り(&amp;R)</translation>
    </message>
    <message>
        <source>Fill what lies mostly inside a rectangle</source>
        <translation>矩形に大部分が入る領域を塗ります</translation>
    </message>
    <message>
        <source>S&amp;wap Colour</source>
        <translation>色の入れ替え(&amp;W)</translation>
    </message>
    <message>
        <source>Give all that has the clicked colour the current one: in this frame, with Shift from here on, with Ctrl everywhere; decisions too</source>
        <translation>クリックした色をすべて描画色に替えます。通常はこのセル、Shift でこれ以降、Ctrl で全セル。決定済みの領域も対象です</translation>
    </message>
    <message>
        <source>&amp;Gap Pen</source>
        <translation>隙間ペン(&amp;G)</translation>
    </message>
    <message>
        <source>Draw an invisible line where the drawing is open</source>
        <translation>線が途切れた箇所に見えない線を引きます</translation>
    </message>
    <message>
        <source>&amp;Why Doesn&apos;t This Fill?</source>
        <translation>塗れない理由を表示(&amp;W)</translation>
    </message>
    <message>
        <source>Click where a fill runs out: its leak is marked, with Shift closed</source>
        <translation>塗りが漏れる箇所をクリックすると隙間を示します。Shift で閉じます</translation>
    </message>
    <message>
        <source>&amp;Close Gaps...</source>
        <translation>隙間を閉じる(&amp;C)...</translation>
    </message>
    <message>
        <source>Close the gaps of this frame up to a width, with a preview</source>
        <translation>このセルの隙間を指定の幅まで閉じます(プレビュー付き)</translation>
    </message>
    <message>
        <source>Fill &amp;Unpainted Only</source>
        <translation>塗り残しのみ塗る(&amp;U)</translation>
    </message>
    <message>
        <source>Bucket, lasso and rectangle leave alone what shows a colour</source>
        <translation>バケツ、投げ縄、矩形は、すでに色のある領域を塗りません</translation>
    </message>
    <message>
        <source>&amp;Accept Segment</source>
        <translation>領域を承認(&amp;A)</translation>
    </message>
    <message>
        <source>Accept the proposal of the outlined segment</source>
        <translation>枠で示した領域の提案色を承認します</translation>
    </message>
    <message>
        <source>Accept and &amp;Next</source>
        <translation>承認して次へ(&amp;N)</translation>
    </message>
    <message>
        <source>Accept, then go to the next doubtful segment</source>
        <translation>承認して、次の要確認の領域へ移ります</translation>
    </message>
    <message>
        <source>Accept &amp;Frame</source>
        <translation>セル全体を承認(&amp;F)</translation>
    </message>
    <message>
        <source>Accept every proposal of this frame</source>
        <translation>このセルの提案色をすべて承認します</translation>
    </message>
    <message>
        <source>Paint &amp;First Choice</source>
        <translation>第1候補で塗る(&amp;F)</translation>
    </message>
    <message>
        <source>Paint &amp;Second Choice</source>
        <translation>第2候補で塗る(&amp;S)</translation>
    </message>
    <message>
        <source>Paint &amp;Third Choice</source>
        <translation>第3候補で塗る(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Next Doubtful</source>
        <translation>次の要確認へ(&amp;N)</translation>
    </message>
    <message>
        <source>Go to the next segment whose proposal is doubtful</source>
        <translation>提案色が不確かな次の領域へ移ります</translation>
    </message>
    <message>
        <source>&amp;Previous Doubtful</source>
        <translation>前の要確認へ(&amp;P)</translation>
    </message>
    <message>
        <source>Go back to the doubtful segment before</source>
        <translation>前の要確認の領域へ戻ります</translation>
    </message>
    <message>
        <source>Previous &amp;Frame</source>
        <translation>前のセル(&amp;F)</translation>
    </message>
    <message>
        <source>Next F&amp;rame</source>
        <translation>次のセル(&amp;R)</translation>
    </message>
    <message>
        <source>Propose &amp;Again</source>
        <translation>提案をやり直す(&amp;A)</translation>
    </message>
    <message>
        <source>Carry on proposing after a cancel</source>
        <translation>中止した色の提案を続けます</translation>
    </message>
    <message>
        <source>&amp;Cancel Work</source>
        <translation>処理を中止(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Commands...</source>
        <translation>コマンド一覧(&amp;C)...</translation>
    </message>
    <message>
        <source>Search all commands and run one</source>
        <translation>すべてのコマンドを検索して実行します</translation>
    </message>
    <message>
        <source>Short&amp;cuts...</source>
        <translation>ショートカット(&amp;K)...</translation>
    </message>
    <message>
        <source>See and change the keys of all actions</source>
        <translation>すべての操作のキーを確認、変更します</translation>
    </message>
    <message>
        <source>&amp;System Theme</source>
        <translation>システムのテーマ(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Dark Theme</source>
        <translation>ダークテーマ(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light Theme</source>
        <translation>ライトテーマ(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Paint</source>
        <translation>彩色(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>確認(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>設定(&amp;S)</translation>
    </message>
    <message>
        <source>Overlay &amp;Off</source>
        <translation>オーバーレイなし(&amp;O)</translation>
    </message>
    <message>
        <source>Show the exact colours and nothing else</source>
        <translation>正確な色だけを表示します</translation>
    </message>
    <message>
        <source>Overlay &amp;Proposals</source>
        <translation>提案色を表示(&amp;P)</translation>
    </message>
    <message>
        <source>Hatch what is proposed and not yet decided</source>
        <translation>提案だけで未決定の領域に斜線を掛けます</translation>
    </message>
    <message>
        <source>Overlay &amp;Confidence</source>
        <translation>確信度を表示(&amp;C)</translation>
    </message>
    <message>
        <source>Outline proposals from doubtful (orange) to certain (blue)</source>
        <translation>提案色の領域を、不確か(橙)から確か(青)までの枠で示します</translation>
    </message>
    <message>
        <source>Overlay &amp;Rainbow</source>
        <translation>領域を色分け(&amp;R)</translation>
    </message>
    <message>
        <source>Show every segment in a colour of its own</source>
        <translation>領域ごとに違う色で表示します</translation>
    </message>
    <message>
        <source>Overlay &amp;Unpainted</source>
        <translation>塗り残しを表示(&amp;U)</translation>
    </message>
    <message>
        <source>Ring what has no colour, down to one pixel</source>
        <translation>色のない箇所を1ピクセルまで丸で囲みます</translation>
    </message>
    <message>
        <source>Overlay &amp;Left-over Traces</source>
        <translation>色トレス線の残りを表示(&amp;L)</translation>
    </message>
    <message>
        <source>Mark the pixels of trace lines that no paint covers</source>
        <translation>塗りに覆われていない色トレス線のピクセルを示します</translation>
    </message>
    <message>
        <source>Overlay &amp;Differences</source>
        <translation>前のセルとの差を表示(&amp;D)</translation>
    </message>
    <message>
        <source>Frame what has another colour than in the frame before</source>
        <translation>前のセルと色が違う箇所を枠で示します</translation>
    </message>
    <message>
        <source>&amp;Onion Skin</source>
        <translation>オニオンスキン(&amp;O)</translation>
    </message>
    <message>
        <source>Show the lines of the previous and the next frame</source>
        <translation>前後のセルの線を表示します</translation>
    </message>
    <message>
        <source>&amp;Trace Lines on Top</source>
        <translation>色トレス線を前面に(&amp;T)</translation>
    </message>
    <message>
        <source>Show trace lines over the paint, not the paint as exported</source>
        <translation>書き出し時の塗りではなく、色トレス線を塗りの上に表示します</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>全体表示(&amp;F)</translation>
    </message>
    <message>
        <source>Actual &amp;Size</source>
        <translation>等倍表示(&amp;S)</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>拡大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom O&amp;ut</source>
        <translation>縮小(&amp;U)</translation>
    </message>
    <message>
        <source>Turn Left</source>
        <translation>左に回転</translation>
    </message>
    <message>
        <source>Turn Right</source>
        <translation>右に回転</translation>
    </message>
    <message>
        <source>Flip View</source>
        <translation>表示を左右反転</translation>
    </message>
    <message>
        <source>Upright View</source>
        <translation>回転と反転を戻す</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Canvas</source>
        <translation>キャンバス</translation>
    </message>
</context>
<context>
    <name>ChoiceBar</name>
    <message>
        <source>Colour choices for the outlined segment</source>
        <translation>枠で示した領域の色の候補</translation>
    </message>
    <message>
        <source>The most likely colours: keys 1, 2 and 3</source>
        <translation>有力な色の候補:キー 1、2、3</translation>
    </message>
    <message>
        <source>Point at a segment: its likely colours are on 1, 2 and 3</source>
        <translation>領域にカーソルを合わせると、色の候補が 1、2、3 に出ます</translation>
    </message>
</context>
<context>
    <name>CommandList</name>
    <message>
        <source>Commands</source>
        <translation>コマンド一覧</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>コマンドを検索</translation>
    </message>
    <message>
        <source>Type a few letters of a command</source>
        <translation>コマンド名の一部を入力</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>見つかったコマンド</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Drop a folder of line art here, then a painted sheet.

Or open them from the File menu.</source>
        <translation>線画のフォルダー、続いて色見本をここにドロップしてください。

[ファイル]メニューからも開けます。</translation>
    </message>
    <message>
        <source>%1 is being read...</source>
        <translation>%1 を読み込んでいます...</translation>
    </message>
    <message>
        <source>Choose a colour first: click one in the palette</source>
        <translation>先に色を選んでください(パレットの色をクリック)</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>元に戻しました:%1</translation>
    </message>
    <message>
        <source>Redone: %1</source>
        <translation>やり直しました:%1</translation>
    </message>
    <message>
        <source>Gone back to: %1</source>
        <translation>ここまで戻しました:%1</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>最初の状態</translation>
    </message>
    <message>
        <source>Nothing is doubtful any more</source>
        <translation>要確認の領域はもうありません</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Open Frames</source>
        <translation>セルを開く</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Add Sheet</source>
        <translation>色見本を追加</translation>
    </message>
    <message>
        <source>Open Project</source>
        <translation>プロジェクトを開く</translation>
    </message>
    <message>
        <source>Save Project</source>
        <translation>プロジェクトを保存</translation>
    </message>
    <message>
        <source>Save %1 before closing?</source>
        <translation>閉じる前に %1 を保存しますか?</translation>
    </message>
    <message>
        <source>Your decisions are not kept in a file yet.</source>
        <translation>決定した色はまだファイルに保存されていません。</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Don&apos;t Save</source>
        <translation>保存しない(&amp;D)</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>%1 個の項目</translation>
    </message>
    <message>
        <source>What is %1?</source>
        <translation>%1 は何ですか?</translation>
    </message>
    <message>
        <source>Frames are painted; a sheet shows the colours.</source>
        <translation>セルは彩色する絵、色見本は色を示す絵です。</translation>
    </message>
    <message>
        <source>&amp;Frames</source>
        <translation>セル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Sheet</source>
        <translation>色見本(&amp;S)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>&amp;Browse...</source>
        <translation>参照(&amp;B)...</translation>
    </message>
    <message>
        <source>Replace files that exist</source>
        <translation>既存のファイルを置き換える</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>書き出す(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>フォルダー(&amp;F)</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>形式(&amp;O)</translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>Paint segment</source>
        <translation>領域を彩色</translation>
    </message>
    <message>
        <source>Paint %1 segments</source>
        <translation>%1 領域を彩色</translation>
    </message>
    <message>
        <source>Accept segment</source>
        <translation>領域を承認</translation>
    </message>
    <message>
        <source>Accept %1 segments</source>
        <translation>%1 領域を承認</translation>
    </message>
    <message>
        <source>Clear segment</source>
        <translation>領域の決定を取り消し</translation>
    </message>
    <message>
        <source>Clear %1 segments</source>
        <translation>%1 領域の決定を取り消し</translation>
    </message>
    <message>
        <source>Swap colour of segment</source>
        <translation>領域の色を入れ替え</translation>
    </message>
    <message>
        <source>Swap colour of %1 segments</source>
        <translation>%1 領域の色を入れ替え</translation>
    </message>
    <message>
        <source>Add colour</source>
        <translation>色を追加</translation>
    </message>
    <message>
        <source>Add colour %1</source>
        <translation>色 %1 を追加</translation>
    </message>
    <message>
        <source>Rename colour</source>
        <translation>色の名前を変更</translation>
    </message>
    <message>
        <source>Rename colour %1</source>
        <translation>色 %1 の名前を変更</translation>
    </message>
    <message>
        <source>Change colour</source>
        <translation>色を変更</translation>
    </message>
    <message>
        <source>Change colour %1</source>
        <translation>色 %1 を変更</translation>
    </message>
    <message>
        <source>Add sheet %1</source>
        <translation>色見本 %1 を追加</translation>
    </message>
    <message>
        <source>Remove sheet %1</source>
        <translation>色見本 %1 を削除</translation>
    </message>
    <message>
        <source>Draw barrier</source>
        <translation>見えない線を引く</translation>
    </message>
    <message>
        <source>Close gaps</source>
        <translation>隙間を閉じる</translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>Every edit is kept in %1 already</source>
        <translation>作業はすべて %1 に保存済みです</translation>
    </message>
    <message>
        <source>untitled</source>
        <translation>無題</translation>
    </message>
    <message>
        <source>Saved; from now on every edit is kept in %1 at once</source>
        <translation>保存しました。以後の作業はすぐに %1 に保存されます</translation>
    </message>
    <message>
        <source>there is nothing to export yet; open frames first</source>
        <translation>書き出すものがまだありません。先にセルを開いてください</translation>
    </message>
</context>
<context>
    <name>FlickerPanel</name>
    <message>
        <source>Check for Flicker</source>
        <translation>色パカを調べる</translation>
    </message>
    <message>
        <source>Colours that jump</source>
        <translation>色が変わる領域</translation>
    </message>
    <message>
        <source>%1, segment %2</source>
        <translation>%1、領域 %2</translation>
    </message>
    <message>
        <source>(flash)</source>
        <translation>(一瞬だけ)</translation>
    </message>
    <message>
        <source>No colour jumps</source>
        <translation>色パカはありません</translation>
    </message>
</context>
<context>
    <name>FrameStrip</name>
    <message>
        <source>Frames</source>
        <translation>セル</translation>
    </message>
</context>
<context>
    <name>GapDialog</name>
    <message>
        <source>Close Gaps</source>
        <translation>隙間を閉じる</translation>
    </message>
    <message>
        <source>Widest gap in pixels</source>
        <translation>隙間の最大幅(ピクセル)</translation>
    </message>
    <message>
        <source>Widest gap:</source>
        <translation>隙間の最大幅:</translation>
    </message>
    <message numerus="yes">
        <source>%n places would close</source>
        <translation>
            <numerusform>%n か所が閉じます</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>%1 older steps are forgotten</source>
        <translation>古い %1 件の履歴は消えました</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>最初の状態</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>作業履歴</translation>
    </message>
</context>
<context>
    <name>ImportForm</name>
    <message>
        <source>Import Model</source>
        <translation>モデルを読み込む</translation>
    </message>
    <message>
        <source>not needed where the checkpoint holds it</source>
        <translation>チェックポイントに含まれていれば不要</translation>
    </message>
    <message>
        <source>File...</source>
        <translation>ファイル...</translation>
    </message>
    <message>
        <source>Folder...</source>
        <translation>フォルダー...</translation>
    </message>
    <message>
        <source>&amp;DACoN checkpoint</source>
        <translation>DACoN チェックポイント(&amp;D)</translation>
    </message>
    <message>
        <source>DINO&amp;v2</source>
        <translation>DINO&amp;v2</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名前(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>読み込む(&amp;I)</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>重みファイル</translation>
    </message>
    <message>
        <source>DACoN checkpoint</source>
        <translation>DACoN チェックポイント</translation>
    </message>
</context>
<context>
    <name>KeyRecorder</name>
    <message>
        <source>Press a key...</source>
        <translation>キーを押してください...</translation>
    </message>
    <message>
        <source>&amp;Record Key</source>
        <translation>キーを登録(&amp;R)</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Sheet</source>
        <translation>色見本</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>パレット</translation>
    </message>
    <message>
        <source>History</source>
        <translation>作業履歴</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>セル</translation>
    </message>
    <message>
        <source>Navigator</source>
        <translation>ナビゲーター</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>色パカ</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>キャンバス</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>... and %1 more</source>
        <translation>... 他 %1 件</translation>
    </message>
</context>
<context>
    <name>ModelThread</name>
    <message>
        <source>This met an error of ours (%1); the log has the details</source>
        <translation>プログラムの不具合です(%1)。詳細はログにあります</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>&amp;Import...</source>
        <translation>読み込み(&amp;I)...</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>ダウンロード(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>削除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>中止(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>broken off; import it again to go on</source>
        <translation>途中で止まっています。もう一度読み込むと続きから行います</translation>
    </message>
    <message>
        <source>Stopped; nothing was made.</source>
        <translation>中止しました。何も作られていません。</translation>
    </message>
    <message>
        <source>Stopped. What was downloaded is kept; fetching again goes on there.</source>
        <translation>中止しました。ダウンロード済みの分は残り、次回は続きから行います。</translation>
    </message>
    <message>
        <source>Remove the model %1?</source>
        <translation>モデル %1 を削除しますか?</translation>
    </message>
    <message>
        <source>%1 is removed.</source>
        <translation>%1 を削除しました。</translation>
    </message>
    <message>
        <source>The model %1 is ready.</source>
        <translation>モデル %1 の準備ができました。</translation>
    </message>
    <message>
        <source>Stopping...</source>
        <translation>中止しています...</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Navigator</source>
        <translation>ナビゲーター</translation>
    </message>
</context>
<context>
    <name>PaletteModel</name>
    <message>
        <source>Segments: %1</source>
        <translation>領域:%1</translation>
    </message>
</context>
<context>
    <name>PalettePanel</name>
    <message>
        <source>Palette</source>
        <translation>パレット</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>1 frame written to %2</source>
        <translation>1 枚を %2 に書き出しました</translation>
    </message>
    <message>
        <source>%1 frames written to %2</source>
        <translation>%1 枚を %2 に書き出しました</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>%1 of %2 segments left</source>
        <translation>残り %1 / %2 領域</translation>
    </message>
    <message>
        <source>%1 of %2 segments left, about 1 minute</source>
        <translation>残り %1 / %2 領域、約 1 分</translation>
    </message>
    <message>
        <source>%1 of %2 segments left, about %3 minutes</source>
        <translation>残り %1 / %2 領域、約 %3 分</translation>
    </message>
</context>
<context>
    <name>ReferencePanel</name>
    <message>
        <source>Sheet</source>
        <translation>色見本</translation>
    </message>
    <message>
        <source>Sheet picture</source>
        <translation>色見本の絵</translation>
    </message>
    <message>
        <source>Drop a painted sheet here.</source>
        <translation>色見本をここにドロップしてください。</translation>
    </message>
</context>
<context>
    <name>ShortcutEditor</name>
    <message>
        <source>Shortcuts</source>
        <translation>ショートカット</translation>
    </message>
    <message>
        <source>Words of an action, or a key</source>
        <translation>操作名の一部、またはキー</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作とキー</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>メニュー</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Re&amp;move Keys</source>
        <translation>キーを外す(&amp;M)</translation>
    </message>
    <message>
        <source>Rese&amp;t</source>
        <translation>初期値に戻す(&amp;T)</translation>
    </message>
    <message>
        <source>Reset &amp;All</source>
        <translation>すべて初期値に戻す(&amp;A)</translation>
    </message>
    <message>
        <source>Mo&amp;ve Here</source>
        <translation>こちらに移す(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>プリセット(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>検索(&amp;S)</translation>
    </message>
    <message>
        <source>%1 stands for this already.</source>
        <translation>%1 はすでにこの操作のキーです。</translation>
    </message>
    <message>
        <source>%1 belongs to %2.</source>
        <translation>%1 は「%2」に割り当て済みです。</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Cancel</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Segment under the cursor</source>
        <translation>カーソル位置の領域</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>Segments left</source>
        <translation>残りの領域</translation>
    </message>
    <message>
        <source>What the model runs on</source>
        <translation>モデルの実行装置</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>表示倍率</translation>
    </message>
    <message>
        <source>The model runs on %1</source>
        <translation>モデルは %1 で動いています</translation>
    </message>
</context>
<context>
    <name>StripModel</name>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>未決定 %1</translation>
    </message>
    <message>
        <source>%1 doubtful</source>
        <translation>要確認 %1</translation>
    </message>
</context>
<context>
    <name>ToolBench</name>
    <message>
        <source>Choose a colour first: click one in the palette</source>
        <translation>先に色を選んでください(パレットの色をクリック)</translation>
    </message>
    <message>
        <source>Nothing leaks here: no way out is narrower than the place</source>
        <translation>ここに漏れはありません:この場所より狭い出口がありません</translation>
    </message>
    <message>
        <source>The fill runs out here, through %1 px; Shift+click closes it</source>
        <translation>ここの %1 px の隙間から漏れています。Shift+クリックで閉じます</translation>
    </message>
    <message>
        <source>%1 segments more than before</source>
        <translation>領域が %1 増えました</translation>
    </message>
    <message>
        <source>Nothing was parted</source>
        <translation>分かれた領域はありません</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>1 segment changed</source>
        <translation>1 領域が変わりました</translation>
    </message>
    <message>
        <source>%1 segments changed</source>
        <translation>%1 領域が変わりました</translation>
    </message>
    <message>
        <source>in 1 frame</source>
        <translation>(1 枚)</translation>
    </message>
    <message>
        <source>in %1 frames</source>
        <translation>(%1 枚)</translation>
    </message>
    <message>
        <source>Segment %1</source>
        <translation>領域 %1</translation>
    </message>
    <message>
        <source>unpainted</source>
        <translation>塗り残し</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>提案</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>承認済み</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>修正済み</translation>
    </message>
    <message>
        <source>from %1, segment %2</source>
        <translation>%1 の領域 %2 から</translation>
    </message>
</context>
<context>
    <name>Worker</name>
    <message>
        <source>%1 failed; the log has the details</source>
        <translation>%1 に失敗しました。詳細はログにあります</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>Reading frames</source>
        <translation>セルを読み込み中</translation>
    </message>
    <message>
        <source>Proposing met an error of ours (%1); the log has the details</source>
        <translation>色の提案中に不具合が起きました(%1)。詳細はログにあります</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>セル</translation>
    </message>
</context>
</TS>
