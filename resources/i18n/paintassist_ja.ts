<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>AcceptDialog</name>
    <message>
        <source>Accept Above</source>
        <translation>確信度で承認</translation>
    </message>
    <message>
        <source>Least confidence</source>
        <translation>確信度の下限</translation>
    </message>
    <message>
        <source>In all frames</source>
        <translation>全セルを対象</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Confidence at least:</source>
        <translation>確信度の下限:</translation>
    </message>
    <message>
        <source>1 segment would be accepted</source>
        <translation>1 領域を承認します</translation>
    </message>
    <message>
        <source>%1 segments would be accepted</source>
        <translation>%1 領域を承認します</translation>
    </message>
</context>
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
        <source>&amp;Import Design Sheet...</source>
        <translation>色見本を取り込む(&amp;I)...</translation>
    </message>
    <message>
        <source>Choose figures, swatches and layers of a sheet, and how its lines are read</source>
        <translation>色見本の図、色チップ、レイヤーと、線の読み取り方を選びます</translation>
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
        <source>Keep a version to come back to; every edit is in the file already</source>
        <translation>あとで戻れるバージョンを残します。作業内容は常にファイルに保存済みです</translation>
    </message>
    <message>
        <source>Inspect the painted frames and write them to files</source>
        <translation>彩色したセルを検査し、ファイルに書き出します</translation>
    </message>
    <message>
        <source>Save &amp;As...</source>
        <translation>名前を付けて保存(&amp;A)...</translation>
    </message>
    <message>
        <source>Save a &amp;Copy...</source>
        <translation>コピーを保存(&amp;C)...</translation>
    </message>
    <message>
        <source>Write a copy elsewhere and go on in this file</source>
        <translation>別の場所にコピーを保存し、このファイルで作業を続けます</translation>
    </message>
    <message>
        <source>&amp;Versions and Backups...</source>
        <translation>バージョンとバックアップ(&amp;V)...</translation>
    </message>
    <message>
        <source>See what the project was, and go back to it</source>
        <translation>以前のプロジェクトを確認し、その状態に戻します</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation>書き出し(&amp;E)...</translation>
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
        <source>&amp;Eyedropper</source>
        <translation>スポイト(&amp;E)</translation>
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
        <source>Gap &amp;Eraser</source>
        <translation>隙間消しゴム(&amp;E)</translation>
    </message>
    <message>
        <source>Take away the invisible lines that a stroke passes</source>
        <translation>なぞった見えない線を消します</translation>
    </message>
    <message>
        <source>S&amp;plit Segment</source>
        <translation>領域を分割(&amp;P)</translation>
    </message>
    <message>
        <source>Part the segment under a stroke, which goes on to its lines</source>
        <translation>なぞった線で領域を分けます。線は輪郭まで延びます</translation>
    </message>
    <message>
        <source>&amp;Merge Segments</source>
        <translation>領域を結合(&amp;M)</translation>
    </message>
    <message>
        <source>Make one segment of those under a stroke; Shift+click parts it again</source>
        <translation>なぞった領域を1つにまとめます。Shift+クリックで元に分けます</translation>
    </message>
    <message>
        <source>Mar&amp;k Part</source>
        <translation>パーツを指定(&amp;K)</translation>
    </message>
    <message>
        <source>Say that the segments under a stroke belong to the part of the current colour; with Shift, that they have its tone</source>
        <translation>なぞった領域を描画色のパーツに指定します。Shift で明暗も指定します</translation>
    </message>
    <message>
        <source>Er&amp;ase Marks</source>
        <translation>パーツ指定を消す(&amp;A)</translation>
    </message>
    <message>
        <source>Take back what was said of the segments under a stroke</source>
        <translation>なぞった領域のパーツ指定を取り消します</translation>
    </message>
    <message>
        <source>Trace Line, &amp;Red</source>
        <translation>色トレス線:赤(&amp;R)</translation>
    </message>
    <message>
        <source>Draw a highlight line; Shift erases</source>
        <translation>ハイライトの線を引きます。Shift で消します</translation>
    </message>
    <message>
        <source>Trace Line, &amp;Blue</source>
        <translation>色トレス線:青(&amp;B)</translation>
    </message>
    <message>
        <source>Draw a shadow line; Shift erases</source>
        <translation>影の線を引きます。Shift で消します</translation>
    </message>
    <message>
        <source>Trace Line, Gree&amp;n</source>
        <translation>色トレス線:緑(&amp;N)</translation>
    </message>
    <message>
        <source>Draw a line of the second shadow; Shift erases</source>
        <translation>影2号の線を引きます。Shift で消します</translation>
    </message>
    <message>
        <source>Trace &amp;Line Eraser</source>
        <translation>色トレス線消しゴム(&amp;L)</translation>
    </message>
    <message>
        <source>Take trace lines away; main lines stay</source>
        <translation>色トレス線だけを消します。主線は残ります</translation>
    </message>
    <message>
        <source>Trace Line &amp;Thicker</source>
        <translation>色トレス線を太く(&amp;T)</translation>
    </message>
    <message>
        <source>Make the trace lines to be drawn, or their eraser, wider</source>
        <translation>これから引く色トレス線や消しゴムを太くします</translation>
    </message>
    <message>
        <source>Trace Line T&amp;hinner</source>
        <translation>色トレス線を細く(&amp;H)</translation>
    </message>
    <message>
        <source>Make the trace lines to be drawn, or their eraser, narrower</source>
        <translation>これから引く色トレス線や消しゴムを細くします</translation>
    </message>
    <message>
        <source>Remove &amp;Dust...</source>
        <translation>ゴミ取り(&amp;D)...</translation>
    </message>
    <message>
        <source>List specks up to a size; they take the colour around them</source>
        <translation>指定サイズまでのゴミを一覧にし、周りの色で塗ります</translation>
    </message>
    <message>
        <source>How L&amp;ine Art Is Read...</source>
        <translation>線画の読み取り方(&amp;I)...</translation>
    </message>
    <message>
        <source>Say what trace lines and areas filled in by the animator mean</source>
        <translation>色トレス線や、作画であらかじめ塗られた範囲の意味を決めます</translation>
    </message>
    <message>
        <source>Fill with the current colour; drag to fill along the stroke, Shift to fill all of one colour, Ctrl to carry the colour of the segment where the stroke begins</source>
        <translation>描画色で塗ります。ドラッグでなぞった領域を、Shift で同じ色の領域をすべて塗り、Ctrl でなぞり始めの領域の色を広げます</translation>
    </message>
    <message>
        <source>Take a colour from the drawing; or click with the right button, or hold Alt</source>
        <translation>絵から色を拾います。右クリック、または Alt を押している間も拾えます</translation>
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
        <source>Accept Frame and &amp;Go On</source>
        <translation>セルを承認して次へ(&amp;G)</translation>
    </message>
    <message>
        <source>Accept every proposal of this frame, then show the next frame</source>
        <translation>このセルの提案色をすべて承認し、次のセルを表示します</translation>
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
        <source>Paint F&amp;ourth Choice</source>
        <translation>第4候補で塗る(&amp;O)</translation>
    </message>
    <message>
        <source>Paint Fift&amp;h Choice</source>
        <translation>第5候補で塗る(&amp;H)</translation>
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
        <source>&amp;Later</source>
        <translation>後回し(&amp;L)</translation>
    </message>
    <message>
        <source>Leave the outlined segment for the end and go on</source>
        <translation>枠で示した領域を最後に回して先へ進みます</translation>
    </message>
    <message>
        <source>Next C&amp;hanged</source>
        <translation>次の変更箇所へ(&amp;H)</translation>
    </message>
    <message>
        <source>Step through what the last correction changed elsewhere</source>
        <translation>直前の修正で変わった領域を順に表示します</translation>
    </message>
    <message>
        <source>Previous Chan&amp;ged</source>
        <translation>前の変更箇所へ(&amp;G)</translation>
    </message>
    <message>
        <source>Step back through what the last correction changed</source>
        <translation>直前の修正で変わった領域を逆順に表示します</translation>
    </message>
    <message>
        <source>Accept and Carry &amp;On</source>
        <translation>続けて承認(&amp;O)</translation>
    </message>
    <message>
        <source>Accept the outlined segment and all that is not doubtful, frame by frame, up to the first doubtful one</source>
        <translation>枠で示した領域と確かな領域をセル順に承認し、次の要確認で止まります</translation>
    </message>
    <message>
        <source>Accept &amp;Certain Ones of Frame</source>
        <translation>確かな領域を承認:このセル(&amp;C)</translation>
    </message>
    <message>
        <source>Accept the proposals of this frame above the threshold</source>
        <translation>このセルで確信度が基準以上の提案色を承認します</translation>
    </message>
    <message>
        <source>Accept Certain Ones of &amp;All Frames</source>
        <translation>確かな領域を承認:全セル(&amp;A)</translation>
    </message>
    <message>
        <source>Accept the proposals of all frames above the threshold</source>
        <translation>全セルで確信度が基準以上の提案色を承認します</translation>
    </message>
    <message>
        <source>Accept Abo&amp;ve...</source>
        <translation>確信度で承認(&amp;V)...</translation>
    </message>
    <message>
        <source>Choose the threshold, see how many it means, and accept</source>
        <translation>基準を選び、該当数を確かめてから承認します</translation>
    </message>
    <message>
        <source>Accept This Colour in F&amp;rame</source>
        <translation>この色を承認:このセル(&amp;R)</translation>
    </message>
    <message>
        <source>Accept what is proposed in the colour of the outlined segment</source>
        <translation>枠で示した領域と同じ提案色の領域を承認します</translation>
    </message>
    <message>
        <source>Accept This Colour in All Fra&amp;mes</source>
        <translation>この色を承認:全セル(&amp;M)</translation>
    </message>
    <message>
        <source>The same in all frames</source>
        <translation>同じことを全セルで行います</translation>
    </message>
    <message>
        <source>Accept This Par&amp;t in All Frames</source>
        <translation>このパーツを承認:全セル(&amp;T)</translation>
    </message>
    <message>
        <source>Accept what is proposed for the part of the outlined segment, frame by frame</source>
        <translation>枠で示した領域のパーツをセル順に追って承認します</translation>
    </message>
    <message>
        <source>Next F&amp;inding</source>
        <translation>次の指摘へ(&amp;I)</translation>
    </message>
    <message>
        <source>Go to the next thing that the inspection before an export found</source>
        <translation>書き出し前の検査で見つかった次の箇所へ移ります</translation>
    </message>
    <message>
        <source>Previous Findin&amp;g</source>
        <translation>前の指摘へ(&amp;G)</translation>
    </message>
    <message>
        <source>Go back to the finding before</source>
        <translation>前の指摘箇所へ戻ります</translation>
    </message>
    <message>
        <source>Loc&amp;k Segment</source>
        <translation>領域をロック(&amp;K)</translation>
    </message>
    <message>
        <source>No tool changes its colour; once more to unlock</source>
        <translation>どのツールでも色が変わらなくなります。もう一度で解除</translation>
    </message>
    <message>
        <source>Loc&amp;k Frame</source>
        <translation>セルをロック(&amp;K)</translation>
    </message>
    <message>
        <source>Lock all that has a colour; once more to unlock</source>
        <translation>色のある領域をすべてロックします。もう一度で解除</translation>
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
        <source>First S&amp;teps</source>
        <translation>はじめに(&amp;T)</translation>
    </message>
    <message>
        <source>A short tour of the window, on the sample</source>
        <translation>サンプルを使って画面を手短に案内します</translation>
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
        <source>&amp;Drawing</source>
        <translation>線画(&amp;D)</translation>
    </message>
    <message>
        <source>Pa&amp;lette</source>
        <translation>パレット(&amp;L)</translation>
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
        <source>Compare with &amp;Line Art</source>
        <translation>線画と比べる(&amp;L)</translation>
    </message>
    <message>
        <source>Hold the key to see the line art alone</source>
        <translation>キーを押している間、線画だけを表示します</translation>
    </message>
    <message>
        <source>Compare with Pr&amp;oposals</source>
        <translation>提案色と比べる(&amp;O)</translation>
    </message>
    <message>
        <source>Hold the key to see all proposals, under decisions too</source>
        <translation>キーを押している間、決定済みの領域も提案色で表示します</translation>
    </message>
    <message>
        <source>Compare with Pre&amp;vious Frame</source>
        <translation>前のセルと比べる(&amp;V)</translation>
    </message>
    <message>
        <source>Hold the key to see the frame before</source>
        <translation>キーを押している間、前のセルを表示します</translation>
    </message>
    <message>
        <source>Compare with Re&amp;ference</source>
        <translation>参照元と比べる(&amp;F)</translation>
    </message>
    <message>
        <source>Hold the key to see what the reference window shows</source>
        <translation>キーを押している間、色見本パネルの絵を表示します</translation>
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
        <source>&amp;Closer and Back</source>
        <translation>寄る・戻る(&amp;C)</translation>
    </message>
    <message>
        <source>Look closely where the pointer is; once more for the whole</source>
        <translation>カーソルの位置を大きく表示します。もう一度押すと全体に戻ります</translation>
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
    <message>
        <source>Outline Segment to the Left</source>
        <translation>左の領域を選ぶ</translation>
    </message>
    <message>
        <source>Outline Segment to the Right</source>
        <translation>右の領域を選ぶ</translation>
    </message>
    <message>
        <source>Outline Segment Above</source>
        <translation>上の領域を選ぶ</translation>
    </message>
    <message>
        <source>Outline Segment Below</source>
        <translation>下の領域を選ぶ</translation>
    </message>
    <message>
        <source>Fill Outlined Segment</source>
        <translation>選んだ領域を塗る</translation>
    </message>
    <message>
        <source>Give the outlined segment the current colour</source>
        <translation>枠で示した領域を描画色で塗ります</translation>
    </message>
    <message>
        <source>Take Colour of Outlined Segment</source>
        <translation>選んだ領域の色を拾う</translation>
    </message>
    <message>
        <source>Make the colour of the outlined segment the current one</source>
        <translation>枠で示した領域の色を描画色にします</translation>
    </message>
    <message>
        <source>Next Pane</source>
        <translation>次のパネルへ</translation>
    </message>
    <message>
        <source>Give the keyboard to the next pane: canvas, palette, frames</source>
        <translation>キー操作を次のパネル(キャンバス、パレット、セル)に移します</translation>
    </message>
    <message>
        <source>Previous Pane</source>
        <translation>前のパネルへ</translation>
    </message>
    <message>
        <source>Give the keyboard to the pane before</source>
        <translation>キー操作を前のパネルに移します</translation>
    </message>
    <message>
        <source>&amp;Search Colours</source>
        <translation>色を検索(&amp;S)</translation>
    </message>
    <message>
        <source>Find a colour by name, part or value</source>
        <translation>名前、パーツ、色の値から色を探します</translation>
    </message>
    <message>
        <source>&amp;Add Colour...</source>
        <translation>色を追加(&amp;A)...</translation>
    </message>
    <message>
        <source>Put a new colour into the palette and the hand</source>
        <translation>新しい色をパレットに加え、描画色にします</translation>
    </message>
    <message>
        <source>Add &amp;Temporary Colour</source>
        <translation>仮色を追加(&amp;T)</translation>
    </message>
    <message>
        <source>A loud colour for a part that has none yet; the inspection lists it</source>
        <translation>色が未定のパーツに使う目立つ色です。検査で一覧に出ます</translation>
    </message>
    <message>
        <source>&amp;Edit Colour...</source>
        <translation>色を編集(&amp;E)...</translation>
    </message>
    <message>
        <source>Give the entry in the hand another colour in all frames</source>
        <translation>描画色の値を全セルで変更します</translation>
    </message>
    <message>
        <source>&amp;Rename Colour</source>
        <translation>色の名前を変更(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy as Hex</source>
        <translation>16進数でコピー(&amp;C)</translation>
    </message>
    <message>
        <source>Put the value, such as #FF8000, into the clipboard</source>
        <translation>#FF8000 のような値をクリップボードにコピーします</translation>
    </message>
    <message>
        <source>&amp;Mark as Temporary, or Final</source>
        <translation>仮色/確定を切り替え(&amp;M)</translation>
    </message>
    <message>
        <source>Say that a colour is not known yet, or that it is</source>
        <translation>色が未定か確定かを切り替えます</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>上へ移動(&amp;U)</translation>
    </message>
    <message>
        <source>Move the part or colour up in the palette</source>
        <translation>パーツや色をパレットの上へ移します</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation>下へ移動(&amp;D)</translation>
    </message>
    <message>
        <source>Move the part or colour down in the palette</source>
        <translation>パーツや色をパレットの下へ移します</translation>
    </message>
    <message>
        <source>Show &amp;Where Used</source>
        <translation>使用箇所を表示(&amp;W)</translation>
    </message>
    <message>
        <source>Mark the segments that use the colour in the hand</source>
        <translation>描画色を使っている領域を示します</translation>
    </message>
    <message>
        <source>&amp;Next Use of This Colour</source>
        <translation>この色の次の使用箇所へ(&amp;N)</translation>
    </message>
    <message>
        <source>Go on to where the colour in the hand is used</source>
        <translation>描画色を使っている次のセルへ移ります</translation>
    </message>
    <message>
        <source>Ne&amp;xt Scene</source>
        <translation>次のシーン(&amp;X)</translation>
    </message>
    <message>
        <source>Show the colours of the next scene: day, night</source>
        <translation>次のシーン(昼、夜など)の色を表示します</translation>
    </message>
    <message>
        <source>Add Scene...</source>
        <translation>シーンを追加...</translation>
    </message>
    <message>
        <source>Give every colour another value for a scene such as night</source>
        <translation>夜などのシーン用に、色ごとに別の値を設けます</translation>
    </message>
    <message>
        <source>Scene from a Sheet...</source>
        <translation>色見本からシーンを追加...</translation>
    </message>
    <message>
        <source>Take a scene from a sheet that differs in colour only</source>
        <translation>色だけが違う色見本からシーンを作ります</translation>
    </message>
    <message>
        <source>Rename Scene...</source>
        <translation>シーンの名前を変更...</translation>
    </message>
    <message>
        <source>Remove Scene</source>
        <translation>シーンを削除</translation>
    </message>
    <message>
        <source>&amp;Import Palette...</source>
        <translation>パレットを読み込む(&amp;I)...</translation>
    </message>
    <message>
        <source>Read colours of GIMP, Adobe, OpenToonz or a table</source>
        <translation>GIMP、Adobe、OpenToonz、表形式の色を読み込みます</translation>
    </message>
    <message>
        <source>Ex&amp;port Palette...</source>
        <translation>パレットを書き出す(&amp;P)...</translation>
    </message>
    <message>
        <source>Write the palette for GIMP, Adobe, OpenToonz or as a table</source>
        <translation>パレットを GIMP、Adobe、OpenToonz、表形式で書き出します</translation>
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
        <source>The most likely colours, then those used last: keys 1 to 5.
On the right: the colour in your hand</source>
        <translation>色の候補、続いて最後に使った色です。キーは 1 から 5。
右端は今持っている色です</translation>
    </message>
    <message>
        <source>Point at a segment: its likely colours are on 1 to 5</source>
        <translation>領域にカーソルを合わせると、色の候補が 1 から 5 に出ます</translation>
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
        <source>What is locked keeps its colour</source>
        <translation>ロックした領域の色は変わりません</translation>
    </message>
    <message>
        <source>Point at a segment that has a colour</source>
        <translation>色のある領域にカーソルを合わせてください</translation>
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
        <source>Colour</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Scene from a Sheet</source>
        <translation>色見本からシーンを追加</translation>
    </message>
    <message>
        <source>Palettes</source>
        <translation>パレット</translation>
    </message>
    <message>
        <source>Import Palette</source>
        <translation>パレットを読み込む</translation>
    </message>
    <message>
        <source>Export Palette</source>
        <translation>パレットを書き出す</translation>
    </message>
    <message>
        <source>Its colours can be added to the palette, or be those of another scene: matched by name, or by their order.</source>
        <translation>色をパレットに追加するか、別のシーンの色として使います(名前、なければ順番で対応付けます)。</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Scene</source>
        <translation>シーン(&amp;S)</translation>
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
        <source>Where are the files of %1 now?</source>
        <translation>%1 のファイルは今どこにありますか?</translation>
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
</context>
<context>
    <name>DustDialog</name>
    <message>
        <source>Remove Dust</source>
        <translation>ゴミ取り</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Largest speck in pixels</source>
        <translation>ゴミの最大サイズ(ピクセル)</translation>
    </message>
    <message>
        <source>In all frames</source>
        <translation>全セルを対象</translation>
    </message>
    <message>
        <source>Specks</source>
        <translation>ゴミ</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>除去</translation>
    </message>
    <message>
        <source>Specks up to:</source>
        <translation>ゴミの上限:</translation>
    </message>
    <message>
        <source>Looking for specks...</source>
        <translation>ゴミを探しています...</translation>
    </message>
    <message>
        <source>line</source>
        <translation>線</translation>
    </message>
    <message>
        <source>segment</source>
        <translation>領域</translation>
    </message>
    <message>
        <source>1 speck takes the colour around it</source>
        <translation>1 個のゴミを周りの色で塗ります</translation>
    </message>
    <message>
        <source>%1 specks take the colour around them</source>
        <translation>%1 個のゴミを周りの色で塗ります</translation>
    </message>
    <message>
        <source>No specks</source>
        <translation>ゴミはありません</translation>
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
        <source>Lock segment</source>
        <translation>領域をロック</translation>
    </message>
    <message>
        <source>Lock %1 segments</source>
        <translation>%1 領域をロック</translation>
    </message>
    <message>
        <source>Unlock segment</source>
        <translation>領域のロックを解除</translation>
    </message>
    <message>
        <source>Unlock %1 segments</source>
        <translation>%1 領域のロックを解除</translation>
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
        <source>Add %1 colours</source>
        <translation>%1 色を追加</translation>
    </message>
    <message>
        <source>Change %1 colours</source>
        <translation>%1 色を変更</translation>
    </message>
    <message>
        <source>Assign colour</source>
        <translation>色を割り当て</translation>
    </message>
    <message>
        <source>Assign colour %1</source>
        <translation>色 %1 を割り当て</translation>
    </message>
    <message>
        <source>Rename part %1</source>
        <translation>パーツ %1 の名前を変更</translation>
    </message>
    <message>
        <source>Order colours</source>
        <translation>色を並べ替え</translation>
    </message>
    <message>
        <source>Add variant %1</source>
        <translation>シーン %1 を追加</translation>
    </message>
    <message>
        <source>Rename variant %1</source>
        <translation>シーン %1 の名前を変更</translation>
    </message>
    <message>
        <source>Remove variant %1</source>
        <translation>シーン %1 を削除</translation>
    </message>
    <message>
        <source>Show variant %1</source>
        <translation>シーン %1 を表示</translation>
    </message>
    <message>
        <source>Change colours of variant %1</source>
        <translation>シーン %1 の色を変更</translation>
    </message>
    <message>
        <source>Import palette %1</source>
        <translation>パレット %1 を読み込み</translation>
    </message>
    <message>
        <source>Add sheet %1</source>
        <translation>色見本 %1 を追加</translation>
    </message>
    <message>
        <source>Use sheet %1</source>
        <translation>色見本 %1 の使い方を変更</translation>
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
    <message>
        <source>Take over changed drawing %1</source>
        <translation>変更された線画 %1 を反映</translation>
    </message>
    <message>
        <source>Take over %1 changed drawings</source>
        <translation>変更された線画 %1 枚を反映</translation>
    </message>
    <message>
        <source>Clear list of lost decisions</source>
        <translation>領域を失った決定の一覧を消去</translation>
    </message>
    <message>
        <source>Erase barriers</source>
        <translation>見えない線を消す</translation>
    </message>
    <message>
        <source>Split segment</source>
        <translation>領域を分割</translation>
    </message>
    <message>
        <source>Merge segments</source>
        <translation>領域を結合</translation>
    </message>
    <message>
        <source>Take segments apart</source>
        <translation>領域の結合を解除</translation>
    </message>
    <message>
        <source>Draw trace line</source>
        <translation>色トレス線を引く</translation>
    </message>
    <message>
        <source>Erase trace line</source>
        <translation>色トレス線を消す</translation>
    </message>
    <message>
        <source>Mark segments</source>
        <translation>パーツを指定</translation>
    </message>
    <message>
        <source>Erase marks</source>
        <translation>パーツ指定を消す</translation>
    </message>
    <message>
        <source>Remove speck</source>
        <translation>ゴミを除去</translation>
    </message>
    <message>
        <source>Remove %1 specks</source>
        <translation>ゴミ %1 個を除去</translation>
    </message>
</context>
<context>
    <name>EntryCard</name>
    <message>
        <source>Colour of the entry</source>
        <translation>この色の見本</translation>
    </message>
    <message>
        <source>Name of the colour</source>
        <translation>色の名前</translation>
    </message>
    <message>
        <source>Value: #RRGGBB, or red, green and blue</source>
        <translation>値:#RRGGBB、または赤・緑・青</translation>
    </message>
    <message>
        <source>Part that the colour paints</source>
        <translation>この色で塗るパーツ</translation>
    </message>
    <message>
        <source>Tone of the part</source>
        <translation>パーツの明暗</translation>
    </message>
    <message>
        <source>Mark the segments that use this colour</source>
        <translation>この色を使っている領域を示します</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>パーツ</translation>
    </message>
    <message>
        <source>Edit...</source>
        <translation>編集...</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>%1 here, %2 in all frames</source>
        <translation>このセル %1、全セル %2</translation>
    </message>
    <message>
        <source>%1 is no colour; write #FF8000, or 255 128 0</source>
        <translation>%1 は色として読めません。#FF8000 または 255 128 0 のように入力してください</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Something Went Wrong</source>
        <translation>不具合が起きました</translation>
    </message>
    <message>
        <source>PaintAssist made a mistake. You can go on painting.</source>
        <translation>PaintAssist に不具合が起きました。彩色はそのまま続けられます。</translation>
    </message>
    <message>
        <source>If it happens again, copy this report and send it to those who maintain PaintAssist. It holds no picture, and nothing is sent by itself.</source>
        <translation>繰り返し起きる場合は、このレポートをコピーして PaintAssist の開発者に送ってください。画像は含まれず、自動で送信されることもありません。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>レポート</translation>
    </message>
    <message>
        <source>&amp;Copy Report</source>
        <translation>レポートをコピー(&amp;C)</translation>
    </message>
    <message>
        <source>Open &amp;Log Folder</source>
        <translation>ログのフォルダーを開く(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Save Work...</source>
        <translation>作業を保存(&amp;S)...</translation>
    </message>
    <message>
        <source>&amp;Go On</source>
        <translation>続ける(&amp;G)</translation>
    </message>
    <message>
        <source>Your work is safe: every edit is kept in %1.</source>
        <translation>作業内容は無事です。すべて %1 に保存されています。</translation>
    </message>
    <message>
        <source>Your work is in no file yet; save it now.</source>
        <translation>作業内容はまだファイルにありません。今すぐ保存してください。</translation>
    </message>
    <message>
        <source>No work is lost.</source>
        <translation>失われた作業はありません。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
</context>
<context>
    <name>ErrorWatch</name>
    <message>
        <source>PaintAssist made a mistake (%1); the log has the details</source>
        <translation>PaintAssist に不具合が起きました(%1)。詳細はログにあります</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>PNG, as in the window</source>
        <translation>PNG(画面のとおり)</translation>
    </message>
    <message>
        <source>TGA for RETAS, white is transparent</source>
        <translation>RETAS 用 TGA(白が透明)</translation>
    </message>
    <message>
        <source>TGA for OpenToonz, with alpha</source>
        <translation>OpenToonz 用 TGA(アルファ付き)</translation>
    </message>
    <message>
        <source>PNG, a file for each layer</source>
        <translation>PNG(レイヤーごとに1ファイル)</translation>
    </message>
    <message>
        <source>Photoshop, with layers</source>
        <translation>Photoshop(レイヤー付き)</translation>
    </message>
    <message>
        <source>OpenRaster, with layers</source>
        <translation>OpenRaster(レイヤー付き)</translation>
    </message>
    <message>
        <source>TIFF</source>
        <translation>TIFF</translation>
    </message>
    <message>
        <source>PNG, 256 colours</source>
        <translation>PNG、256 色</translation>
    </message>
    <message>
        <source>TGA, 32 bits</source>
        <translation>TGA、32 ビット</translation>
    </message>
    <message>
        <source>TGA, 24 bits</source>
        <translation>TGA、24 ビット</translation>
    </message>
    <message>
        <source>Main line</source>
        <translation>主線</translation>
    </message>
    <message>
        <source>Trace line</source>
        <translation>色トレス線</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>塗り</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>影</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>ハイライト</translation>
    </message>
    <message>
        <source>Composite</source>
        <translation>合成</translation>
    </message>
    <message>
        <source>Another size</source>
        <translation>サイズ違い</translation>
    </message>
    <message>
        <source>Lines changed</source>
        <translation>線の変化</translation>
    </message>
    <message>
        <source>Missing from the timesheet</source>
        <translation>タイムシートにない</translation>
    </message>
    <message>
        <source>Unpainted</source>
        <translation>塗り残し</translation>
    </message>
    <message>
        <source>Trace line left over</source>
        <translation>色トレス線の残り</translation>
    </message>
    <message>
        <source>Temporary colour</source>
        <translation>仮色</translation>
    </message>
    <message>
        <source>Colour off the palette</source>
        <translation>パレット外の色</translation>
    </message>
    <message>
        <source>Half transparent</source>
        <translation>半透明</translation>
    </message>
    <message>
        <source>Colour jumps</source>
        <translation>色パカ</translation>
    </message>
    <message>
        <source>Speck</source>
        <translation>ゴミ</translation>
    </message>
    <message>
        <source>segment %1</source>
        <translation>領域 %1</translation>
    </message>
    <message>
        <source>1 pixel</source>
        <translation>1 ピクセル</translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation>%1 ピクセル</translation>
    </message>
    <message>
        <source>flash</source>
        <translation>一瞬だけ</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>&amp;Inspect Again</source>
        <translation>再検査(&amp;I)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>1 file: %2</source>
        <translation>1 ファイル:%2</translation>
    </message>
    <message>
        <source>%1 files: %2</source>
        <translation>%1 ファイル:%2</translation>
    </message>
    <message>
        <source>1 is there already</source>
        <translation>1 個は既存</translation>
    </message>
    <message>
        <source>%1 are there already</source>
        <translation>%1 個は既存</translation>
    </message>
    <message>
        <source>&amp;Export Anyway</source>
        <translation>このまま書き出す(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>書き出す(&amp;E)</translation>
    </message>
    <message>
        <source>Writing, and reading back what was written...</source>
        <translation>書き出し、読み戻して確かめています...</translation>
    </message>
    <message>
        <source>Inspecting...</source>
        <translation>検査しています...</translation>
    </message>
    <message>
        <source>Not inspected yet</source>
        <translation>まだ検査していません</translation>
    </message>
    <message>
        <source>Nothing is wrong</source>
        <translation>問題はありません</translation>
    </message>
    <message>
        <source>1 thing to look at; click to go there</source>
        <translation>確認する箇所が 1 か所あります。クリックで移動します</translation>
    </message>
    <message>
        <source>%1 things to look at; click to go there</source>
        <translation>確認する箇所が %1 か所あります。クリックで移動します</translation>
    </message>
    <message>
        <source>Something changed since; it is inspected again before export</source>
        <translation>その後に変更がありました。書き出し前にもう一度検査します</translation>
    </message>
    <message>
        <source>1 file written and read back</source>
        <translation>1 ファイルを書き出し、内容を確かめました</translation>
    </message>
    <message>
        <source>%1 files written and read back</source>
        <translation>%1 ファイルを書き出し、内容を確かめました</translation>
    </message>
    <message>
        <source>1 was there with the same content</source>
        <translation>1 個は同じ内容で既存</translation>
    </message>
    <message>
        <source>%1 were there with the same content</source>
        <translation>%1 個は同じ内容で既存</translation>
    </message>
    <message>
        <source>stopped, export again to go on</source>
        <translation>中止しました。もう一度書き出すと続きから行います</translation>
    </message>
    <message>
        <source>1 is not as it should be, see report.json</source>
        <translation>1 個が正しくありません(report.json を参照)</translation>
    </message>
    <message>
        <source>%1 are not as they should be, see report.json</source>
        <translation>%1 個が正しくありません(report.json を参照)</translation>
    </message>
</context>
<context>
    <name>ExportFlow</name>
    <message>
        <source>Inspection</source>
        <translation>検査</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>&amp;Preset</source>
        <translation>プリセット(&amp;P)</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>レイヤー</translation>
    </message>
    <message>
        <source>File &amp;names</source>
        <translation>ファイル名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Cut and cel</source>
        <translation>カットとセル(&amp;C)</translation>
    </message>
    <message>
        <source>F&amp;rames</source>
        <translation>コマ番号(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>フォルダー(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Save As...</source>
        <translation>別名で保存(&amp;S)...</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>削除(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Browse...</source>
        <translation>参照(&amp;B)...</translation>
    </message>
    <message>
        <source>Co&amp;mpress without loss</source>
        <translation>可逆圧縮する(&amp;M)</translation>
    </message>
    <message>
        <source>Replace files that e&amp;xist</source>
        <translation>既存のファイルを上書き(&amp;X)</translation>
    </message>
    <message>
        <source>Write the &amp;timesheet along</source>
        <translation>タイムシートも書き出す(&amp;T)</translation>
    </message>
    <message>
        <source>all, or numbers such as 1-12, 20</source>
        <translation>すべて、または 1-12, 20 のような番号</translation>
    </message>
    <message>
        <source>cel: from the names</source>
        <translation>セル名:ファイル名から</translation>
    </message>
    <message>
        <source>{cut}, {cel}, {name}, {layer}, {frame:04d} and {index:04d} are filled in</source>
        <translation>{cut}、{cel}、{name}、{layer}、{frame:04d}、{index:04d} が置き換わります</translation>
    </message>
    <message>
        <source>Save Preset</source>
        <translation>プリセットを保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 の書き出し</translation>
    </message>
    <message>
        <source>32 bits: as it is, for every machine</source>
        <translation>32 ビット:元のまま、どの機種でも使えます</translation>
    </message>
    <message>
        <source>16 bits beside them: faster on a GPU</source>
        <translation>16 ビットも併記:GPU で高速</translation>
    </message>
    <message>
        <source>8 bits: faster on a CPU, nearly the same colours</source>
        <translation>8 ビット:CPU で高速、色はほぼ同じ</translation>
    </message>
    <message>
        <source>among your models</source>
        <translation>ご自分のモデルの中</translation>
    </message>
    <message>
        <source>Folder...</source>
        <translation>フォルダー...</translation>
    </message>
    <message>
        <source>&amp;Precision</source>
        <translation>精度(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名前(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Where</source>
        <translation>保存先(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>書き出す(&amp;E)</translation>
    </message>
</context>
<context>
    <name>FigureList</name>
    <message>
        <source>Figure</source>
        <translation>図</translation>
    </message>
    <message>
        <source>View</source>
        <translation>向き</translation>
    </message>
    <message>
        <source>Mirrored too</source>
        <translation>左右反転も</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>図</translation>
    </message>
    <message>
        <source>Figure %1</source>
        <translation>図 %1</translation>
    </message>
</context>
<context>
    <name>FigureUse</name>
    <message>
        <source>In use</source>
        <translation>使用する</translation>
    </message>
    <message>
        <source>Whether this sheet lends its colours</source>
        <translation>この色見本の色を提案に使います</translation>
    </message>
    <message>
        <source>Mirrored too</source>
        <translation>左右反転も</translation>
    </message>
    <message>
        <source>Whether its mirror image lends colours as well</source>
        <translation>左右反転した絵の色も提案に使います</translation>
    </message>
    <message>
        <source>From where the figure is seen</source>
        <translation>図の向き</translation>
    </message>
    <message>
        <source>View</source>
        <translation>向き</translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>&amp;Backups...</source>
        <translation>バックアップ(&amp;B)...</translation>
    </message>
    <message>
        <source>untitled</source>
        <translation>無題</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <translation>%1 のコピー</translation>
    </message>
    <message>
        <source>Save &amp;Elsewhere...</source>
        <translation>別の場所に保存(&amp;E)...</translation>
    </message>
    <message>
        <source>Go On in &amp;Memory</source>
        <translation>メモリー上で続ける(&amp;M)</translation>
    </message>
    <message>
        <source>Saved; from now on every edit is kept in %1 at once</source>
        <translation>保存しました。以後の作業はすぐに %1 に保存されます</translation>
    </message>
    <message>
        <source>there is nothing to export yet; open frames first</source>
        <translation>書き出すものがまだありません。先にセルを開いてください</translation>
    </message>
    <message>
        <source>%1 was painted on until %2 and never saved</source>
        <translation>%1 は %2 まで作業され、保存されていません</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>開く(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>削除(&amp;D)</translation>
    </message>
    <message>
        <source>Delete %1 for good?</source>
        <translation>%1 を完全に削除しますか?</translation>
    </message>
</context>
<context>
    <name>FindingList</name>
    <message>
        <source>Inspection</source>
        <translation>検査</translation>
    </message>
    <message>
        <source>... and %1 more</source>
        <translation>... 他 %1 件</translation>
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
        <source>Stop (%1 of %2 frames compared)</source>
        <translation>中止(%1 / %2 セルを比較済み)</translation>
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
    <name>GapDesk</name>
    <message>
        <source>Nothing leaks here: no way out is narrower than the place</source>
        <translation>ここに漏れはありません:この場所より狭い出口がありません</translation>
    </message>
    <message>
        <source>The fill runs out here, through %1 px; Shift+click closes it</source>
        <translation>ここの %1 px の隙間から漏れています。Shift+クリックで閉じます</translation>
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
    <message>
        <source>1 place would close</source>
        <translation>1 か所が閉じます</translation>
    </message>
    <message>
        <source>%1 places would close</source>
        <translation>%1 か所が閉じます</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
</context>
<context>
    <name>Helper</name>
    <message>
        <source>This met an error of ours (%1); the log has the details</source>
        <translation>プログラムの不具合です(%1)。詳細はログにあります</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Older steps that are forgotten: %1</source>
        <translation>消えた古い履歴:%1 件</translation>
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
    <name>Keeper</name>
    <message>
        <source>A copy was saved as %1</source>
        <translation>コピーを %1 に保存しました</translation>
    </message>
    <message>
        <source>Your work is in memory now; save it somewhere else soon</source>
        <translation>作業内容は今メモリー上にあります。早めに別の場所へ保存してください</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>バージョン %1</translation>
    </message>
    <message>
        <source>%1 is kept</source>
        <translation>%1 を残しました</translation>
    </message>
    <message>
        <source>Nothing differs from %1</source>
        <translation>%1 から変更はありません</translation>
    </message>
    <message>
        <source>Gone back to %1; what was there before is a version, too</source>
        <translation>%1 に戻しました。直前の状態もバージョンとして残っています</translation>
    </message>
    <message>
        <source>The backup of %1 is restored; what was there before is a backup, too</source>
        <translation>%1 のバックアップに戻しました。直前の状態もバックアップとして残っています</translation>
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
    <name>LayerList</name>
    <message>
        <source>Layer</source>
        <translation>レイヤー</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>レイヤー</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>使わない</translation>
    </message>
    <message>
        <source>line art</source>
        <translation>線画</translation>
    </message>
    <message>
        <source>paint</source>
        <translation>塗り</translation>
    </message>
</context>
<context>
    <name>LineDialog</name>
    <message>
        <source>Highlight</source>
        <translation>ハイライト</translation>
    </message>
    <message>
        <source>Shadow 1</source>
        <translation>影1号</translation>
    </message>
    <message>
        <source>Shadow 2</source>
        <translation>影2号</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>belongs to its smallest neighbour</source>
        <translation>隣の最小の領域に含める</translation>
    </message>
    <message>
        <source>belongs to its largest neighbour</source>
        <translation>隣の最大の領域に含める</translation>
    </message>
    <message>
        <source>belongs to whom it touches most</source>
        <translation>最も長く接する領域に含める</translation>
    </message>
    <message>
        <source>is a segment of its own</source>
        <translation>独立した領域にする</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>ノーマル</translation>
    </message>
    <message>
        <source>Either shadow</source>
        <translation>影(1号または2号)</translation>
    </message>
    <message>
        <source>Only the part</source>
        <translation>パーツのみ</translation>
    </message>
    <message>
        <source>&amp;Red lines</source>
        <translation>赤の線(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Blue lines</source>
        <translation>青の線(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Green lines</source>
        <translation>緑の線(&amp;G)</translation>
    </message>
    <message>
        <source>How Line Art Is Read</source>
        <translation>線画の読み取り方</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Line threshold</source>
        <translation>線のしきい値</translation>
    </message>
    <message>
        <source>&amp;Darkness of a line:</source>
        <translation>線の濃さ(&amp;D):</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1:</translation>
    </message>
    <message>
        <source>Areas take the &amp;tone that their trace line means</source>
        <translation>色トレス線で囲まれた領域を、その線の明暗とする(&amp;T)</translation>
    </message>
    <message>
        <source>What %1 bound</source>
        <translation>%1が囲むもの</translation>
    </message>
    <message>
        <source>Where %1 belong</source>
        <translation>%1の含め方</translation>
    </message>
    <message>
        <source>Filled with</source>
        <translation>塗り色</translation>
    </message>
    <message>
        <source>means</source>
        <translation>意味</translation>
    </message>
    <message>
        <source>of the part</source>
        <translation>対象パーツ</translation>
    </message>
    <message>
        <source>Guide colours</source>
        <translation>指示色</translation>
    </message>
    <message>
        <source>Areas filled in by the animator</source>
        <translation>作画であらかじめ塗られた範囲</translation>
    </message>
    <message>
        <source>&amp;Add...</source>
        <translation>追加(&amp;A)...</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>削除(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Usual Colours</source>
        <translation>標準の色(&amp;U)</translation>
    </message>
    <message>
        <source>Guide colour</source>
        <translation>指示色</translation>
    </message>
    <message>
        <source>Meaning of the guide colour</source>
        <translation>指示色の意味</translation>
    </message>
    <message>
        <source>any</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Part that the guide colour speaks of</source>
        <translation>指示色が示すパーツ</translation>
    </message>
</context>
<context>
    <name>LostPanel</name>
    <message>
        <source>Clear List</source>
        <translation>一覧を消去</translation>
    </message>
    <message>
        <source>Decisions without a segment</source>
        <translation>領域を失った決定</translation>
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
        <source>Lost</source>
        <translation>欠落</translation>
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
    <name>MarkDesk</name>
    <message>
        <source>Choose a colour first: click one in the palette</source>
        <translation>先に色を選んでください(パレットの色をクリック)</translation>
    </message>
    <message>
        <source>This colour belongs to no part yet; give it one in the palette</source>
        <translation>この色にはまだパーツがありません。パレットで設定してください</translation>
    </message>
    <message>
        <source>Marked as %1</source>
        <translation>%1 に指定しました</translation>
    </message>
    <message>
        <source>Marks taken back</source>
        <translation>パーツ指定を取り消しました</translation>
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
        <source>Message</source>
        <translation>メッセージ</translation>
    </message>
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
        <source>&amp;Export...</source>
        <translation>書き出し(&amp;E)...</translation>
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
    <name>PaletteDesk</name>
    <message>
        <source>Choose a colour first: click one in the palette</source>
        <translation>先に色を選んでください(パレットの色をクリック)</translation>
    </message>
    <message>
        <source>%1 copied</source>
        <translation>%1 をコピーしました</translation>
    </message>
    <message>
        <source>No frame uses this colour</source>
        <translation>この色を使っているセルはありません</translation>
    </message>
</context>
<context>
    <name>PaletteModel</name>
    <message>
        <source>HL</source>
        <translation>HL</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>S1</source>
        <translation>1号</translation>
    </message>
    <message>
        <source>S2</source>
        <translation>2号</translation>
    </message>
    <message>
        <source>Double click adds a temporary colour</source>
        <translation>ダブルクリックで仮色を追加します</translation>
    </message>
    <message>
        <source>transparent</source>
        <translation>透明</translation>
    </message>
    <message>
        <source>temporary colour</source>
        <translation>仮色</translation>
    </message>
    <message>
        <source>Segments: %1 here, %2 in all frames</source>
        <translation>領域:このセル %1、全セル %2</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>パーツ</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>使用数</translation>
    </message>
    <message>
        <source>Segments in this frame / in all frames</source>
        <translation>領域の数:このセル / 全セル</translation>
    </message>
</context>
<context>
    <name>PalettePanel</name>
    <message>
        <source>Palette</source>
        <translation>パレット</translation>
    </message>
    <message>
        <source>Search colours</source>
        <translation>色を検索</translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation>シーン</translation>
    </message>
    <message>
        <source>Show the colours of a scene; every frame follows</source>
        <translation>シーンの色を表示します。全セルに反映されます</translation>
    </message>
    <message>
        <source>What can be done with colours</source>
        <translation>色の操作</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>標準</translation>
    </message>
</context>
<context>
    <name>PaletteScenes</name>
    <message>
        <source>There is one scene only; add another first</source>
        <translation>シーンが1つしかありません。先に追加してください</translation>
    </message>
    <message>
        <source>Add Scene</source>
        <translation>シーンを追加</translation>
    </message>
    <message>
        <source>Name, such as night</source>
        <translation>名前(例:夜)</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>Comparing %1 with the sheets</source>
        <translation>%1 を色見本と照合しています</translation>
    </message>
    <message>
        <source>%1 shows none of the sheets in other colours; export it at the size of one, or add it as a sheet</source>
        <translation>%1 は、どの色見本の色違いでもありません。色見本と同じサイズで書き出すか、色見本として追加してください</translation>
    </message>
    <message>
        <source>The palette changed meanwhile; add the scene again</source>
        <translation>途中でパレットが変わりました。もう一度シーンを追加してください</translation>
    </message>
    <message>
        <source>Rename Scene</source>
        <translation>シーンの名前を変更</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>The last scene stays</source>
        <translation>最後のシーンは削除できません</translation>
    </message>
    <message>
        <source>%1 colours read from %2</source>
        <translation>%2 から %1 色を読み込みました</translation>
    </message>
    <message>
        <source>1 colour read from %2</source>
        <translation>%2 から 1 色を読み込みました</translation>
    </message>
    <message>
        <source>palette</source>
        <translation>パレット</translation>
    </message>
    <message>
        <source>Palette written to %1</source>
        <translation>パレットを %1 に書き出しました</translation>
    </message>
</context>
<context>
    <name>PastDialog</name>
    <message>
        <source>Versions and Backups</source>
        <translation>バージョンとバックアップ</translation>
    </message>
    <message>
        <source>&amp;Versions</source>
        <translation>バージョン(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Backups</source>
        <translation>バックアップ(&amp;B)</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>バックアップ</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Painted</source>
        <translation>決定済み</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>プロジェクト</translation>
    </message>
    <message>
        <source>&amp;Go Back</source>
        <translation>この状態に戻す(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>名前を変更(&amp;R)</translation>
    </message>
    <message>
        <source>Save a &amp;Copy...</source>
        <translation>コピーを保存(&amp;C)...</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>削除(&amp;D)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Ctrl+S keeps a version in the project. Going back keeps what is there now as a version, too.</source>
        <translation>Ctrl+S でプロジェクト内にバージョンが残ります。戻すときは、今の状態もバージョンとして残ります。</translation>
    </message>
    <message>
        <source>Copies are made when a project is opened and every hour. Going back keeps what is there now as a backup, too.</source>
        <translation>プロジェクトを開いたときと 1 時間ごとに作られます。戻すときは、今の状態もバックアップとして残ります。</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>破損</translation>
    </message>
    <message>
        <source>Delete %1 for good?</source>
        <translation>%1 を完全に削除しますか?</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>%1 [read-only]</source>
        <translation>%1 [読み取り専用]</translation>
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
    <name>ProjectRow</name>
    <message>
        <source>its model, shape and movement together</source>
        <translation>モデル・形・動きを併用</translation>
    </message>
    <message>
        <source>its model alone</source>
        <translation>モデルのみ</translation>
    </message>
    <message>
        <source>shape and movement, without a model</source>
        <translation>形と動き(モデルなし)</translation>
    </message>
    <message>
        <source>&amp;Use in This Project</source>
        <translation>このプロジェクトで使う(&amp;U)</translation>
    </message>
    <message>
        <source>It proposes &amp;with</source>
        <translation>提案の方法(&amp;W)</translation>
    </message>
    <message>
        <source>This project&apos;s model is %1.</source>
        <translation>このプロジェクトのモデルは %1 です。</translation>
    </message>
    <message>
        <source>This project&apos;s model, %1, is not here; %2 stands in for it.</source>
        <translation>このプロジェクトのモデル %1 がないため、代わりに %2 を使っています。</translation>
    </message>
</context>
<context>
    <name>ReadingForm</name>
    <message>
        <source>Reading the drawing</source>
        <translation>絵の読み取り</translation>
    </message>
    <message>
        <source>Line colour</source>
        <translation>線の色</translation>
    </message>
    <message>
        <source>Line &amp;threshold</source>
        <translation>線のしきい値(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Colour tolerance</source>
        <translation>色の許容差(&amp;C)</translation>
    </message>
    <message>
        <source>Show the &amp;areas found</source>
        <translation>見つかった領域を表示(&amp;A)</translation>
    </message>
    <message>
        <source>Show the &amp;lines found</source>
        <translation>見つかった線を表示(&amp;L)</translation>
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
    <name>Retoucher</name>
    <message>
        <source>Retouching</source>
        <translation>修正を適用中</translation>
    </message>
    <message>
        <source>Nothing changed</source>
        <translation>変化はありません</translation>
    </message>
    <message>
        <source>1 segment more than before</source>
        <translation>領域が 1 増えました</translation>
    </message>
    <message>
        <source>%1 segments more than before</source>
        <translation>領域が %1 増えました</translation>
    </message>
    <message>
        <source>1 segment fewer than before</source>
        <translation>領域が 1 減りました</translation>
    </message>
    <message>
        <source>%1 segments fewer than before</source>
        <translation>領域が %1 減りました</translation>
    </message>
    <message>
        <source>As many segments as before</source>
        <translation>領域の数は変わりません</translation>
    </message>
</context>
<context>
    <name>Reviewer</name>
    <message>
        <source>Nothing is doubtful any more</source>
        <translation>要確認の領域はもうありません</translation>
    </message>
    <message>
        <source>There is nothing to accept</source>
        <translation>承認する提案色がありません</translation>
    </message>
    <message>
        <source>1 segment accepted</source>
        <translation>1 領域を承認しました</translation>
    </message>
    <message>
        <source>%1 segments accepted</source>
        <translation>%1 領域を承認しました</translation>
    </message>
    <message>
        <source>Point at a segment that has a colour</source>
        <translation>色のある領域にカーソルを合わせてください</translation>
    </message>
    <message>
        <source>Following the part through the frames...</source>
        <translation>パーツをセル順に追っています...</translation>
    </message>
    <message>
        <source>Nothing is doubtful up to the last frame</source>
        <translation>最後のセルまで要確認の領域はありません</translation>
    </message>
    <message>
        <source>This frame has no segments yet; carry on once it has</source>
        <translation>このセルはまだ読み込み中です。終わってから続けてください</translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <source>Import Sheet: %1</source>
        <translation>色見本の取り込み:%1</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>図</translation>
    </message>
    <message>
        <source>Swatches</source>
        <translation>色チップ</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>レイヤー</translation>
    </message>
    <message>
        <source>&amp;Names from File...</source>
        <translation>ファイルから名前を読み込む(&amp;N)...</translation>
    </message>
    <message>
        <source>Could not be read for certain:</source>
        <translation>確実に読み取れなかったもの:</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>追加(&amp;D)</translation>
    </message>
    <message>
        <source>Same drawing in other colours</source>
        <translation>同じ絵の色違い</translation>
    </message>
    <message>
        <source>Name of the scene</source>
        <translation>シーンの名前</translation>
    </message>
    <message>
        <source>Sheet picture</source>
        <translation>色見本の絵</translation>
    </message>
    <message>
        <source>Take its colours as a scene of %1, position by position</source>
        <translation>位置を合わせて、%1 のシーンの色として取り込む</translation>
    </message>
    <message>
        <source>1 figure</source>
        <translation>図 1 点</translation>
    </message>
    <message>
        <source>%1 figures</source>
        <translation>図 %1 点</translation>
    </message>
    <message>
        <source>1 swatch</source>
        <translation>色チップ 1 個</translation>
    </message>
    <message>
        <source>%1 swatches</source>
        <translation>色チップ %1 個</translation>
    </message>
    <message>
        <source>nothing; everything was read</source>
        <translation>なし(すべて読み取れました)</translation>
    </message>
    <message>
        <source>Names from File</source>
        <translation>ファイルから名前を読み込む</translation>
    </message>
    <message>
        <source>Reading %1...</source>
        <translation>%1 を読み込んでいます...</translation>
    </message>
</context>
<context>
    <name>SheetImporter</name>
    <message>
        <source>Looking at %1...</source>
        <translation>%1 を調べています...</translation>
    </message>
    <message>
        <source>part %1</source>
        <translation>パーツ %1</translation>
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
    <name>SourceWatch</name>
    <message>
        <source>1 drawing was found in another place</source>
        <translation>1 枚の線画が別の場所で見つかりました</translation>
    </message>
    <message>
        <source>%1 drawings were found elsewhere</source>
        <translation>%1 枚の線画が別の場所で見つかりました</translation>
    </message>
    <message>
        <source>%2 was changed since it was read</source>
        <translation>%2 は読み込み後に変更されています</translation>
    </message>
    <message>
        <source>%1 drawings were changed since they were read</source>
        <translation>%1 枚の線画が読み込み後に変更されています</translation>
    </message>
    <message>
        <source>&amp;Take Over</source>
        <translation>反映する(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Not Now</source>
        <translation>今はしない(&amp;N)</translation>
    </message>
    <message>
        <source>1 decision kept</source>
        <translation>決定 1 件を維持</translation>
    </message>
    <message>
        <source>%1 decisions kept</source>
        <translation>決定 %1 件を維持</translation>
    </message>
    <message>
        <source>1 found no segment</source>
        <translation>1 件は領域がなくなりました</translation>
    </message>
    <message>
        <source>%1 found no segment</source>
        <translation>%1 件は領域がなくなりました</translation>
    </message>
    <message>
        <source>sheet %2 was changed since it was read</source>
        <translation>色見本 %2 は読み込み後に変更されています</translation>
    </message>
    <message>
        <source>%1 sheets were changed since they were read</source>
        <translation>%1 枚の色見本が読み込み後に変更されています</translation>
    </message>
    <message>
        <source>&amp;Read Again</source>
        <translation>再読み込み(&amp;R)</translation>
    </message>
    <message>
        <source>%3 is not in %2 any more; you can paint on without it</source>
        <translation>%3 が %2 にありません。なくても彩色は続けられます</translation>
    </message>
    <message>
        <source>%1 drawings are not in %2 any more; you can paint on without them</source>
        <translation>%1 枚の線画が %2 にありません。なくても彩色は続けられます</translation>
    </message>
    <message>
        <source>&amp;Find Folder...</source>
        <translation>フォルダーを探す(&amp;F)...</translation>
    </message>
    <message>
        <source>none of the drawings is in %1; choose another folder</source>
        <translation>%1 に該当する線画がありません。別のフォルダーを選んでください</translation>
    </message>
</context>
<context>
    <name>Spread</name>
    <message>
        <source>The last corrections changed nothing elsewhere</source>
        <translation>直前の修正で変わった箇所は他にありません</translation>
    </message>
    <message>
        <source>Changed: %1 of %2</source>
        <translation>変更箇所:%1 / %2</translation>
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
    <name>SwatchList</name>
    <message>
        <source>Part</source>
        <translation>パーツ</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>明暗</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Swatches</source>
        <translation>色チップ</translation>
    </message>
    <message>
        <source>part %1</source>
        <translation>パーツ %1</translation>
    </message>
</context>
<context>
    <name>Told</name>
    <message>
        <source>%1 has %2 segments, more than the limit of %3; check that it is clean line art or a flat painting</source>
        <translation>%1 の領域数 %2 は上限 %3 を超えています。きれいな線画、またはベタ塗りの絵か確認してください</translation>
    </message>
    <message>
        <source>%1 is painted but has no swatch; it is used as it is</source>
        <translation>%1 は塗られていますが色チップがありません。この色のまま使います</translation>
    </message>
    <message>
        <source>%1 more colours are painted but have no swatch</source>
        <translation>他に %1 色が、塗られていますが色チップがありません</translation>
    </message>
    <message>
        <source>figure %1 has no closed area; lower the line threshold</source>
        <translation>図 %1 に閉じた領域がありません。線のしきい値を下げてください</translation>
    </message>
    <message>
        <source>the swatch %1 (part %2, %3) is in no figure</source>
        <translation>色チップ %1(パーツ %2、%3)はどの図にもありません</translation>
    </message>
    <message>
        <source>figure %1: %2 areas are blends alone, their colours are left open</source>
        <translation>図 %1:%2 か所は混ざった色だけのため、色を未定のままにします</translation>
    </message>
    <message>
        <source>frame &apos;%1&apos; has no line art; add its file again</source>
        <translation>セル「%1」に線画がありません。ファイルを追加し直してください</translation>
    </message>
    <message>
        <source>%1 has no closed segment, it is line all over; check the file or the line threshold</source>
        <translation>%1 は全面が線で、閉じた領域がありません。ファイルか線のしきい値を確認してください</translation>
    </message>
    <message>
        <source>%1 has no closed segment; check the file</source>
        <translation>%1 に閉じた領域がありません。ファイルを確認してください</translation>
    </message>
    <message>
        <source>%1 is %2 x %3 but its line art %4 is %5 x %6; export both at one size</source>
        <translation>%1 は %2 x %3 ですが、線画 %4 は %5 x %6 です。同じサイズで書き出してください</translation>
    </message>
    <message>
        <source>%1 is no colour book; it must list parts with their highlight, normal, shadow 1 and shadow 2</source>
        <translation>%1 は色の一覧ではありません。パーツごとにハイライト、ノーマル、影1号、影2号が必要です</translation>
    </message>
    <message>
        <source>%1: the part &apos;%2&apos; needs one to four colours: highlight, normal, shadow 1, shadow 2</source>
        <translation>%1:パーツ「%2」には 1～4 色(ハイライト、ノーマル、影1号、影2号)が必要です</translation>
    </message>
    <message>
        <source>%1 is too large for a colour book; check that it is one</source>
        <translation>%1 は色の一覧としては大きすぎます。ファイルを確認してください</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2); export it again</source>
        <translation>%1 を読み込めません(%2)。書き出し直してください</translation>
    </message>
    <message>
        <source>%1: the %2 of &apos;%3&apos; is no colour; write it as [red, green, blue] with 0 to 255 each</source>
        <translation>%1:「%3」の %2 が色になっていません。[赤, 緑, 青] を 0～255 で書いてください</translation>
    </message>
    <message>
        <source>%1 is truncated or damaged (%2); save or copy it again</source>
        <translation>%1 は途中で切れているか壊れています(%2)。保存し直すか、コピーし直してください</translation>
    </message>
    <message>
        <source>%1 has nothing to paint, every pixel is line; check that it is line art on white or transparent</source>
        <translation>%1 は全ピクセルが線で、塗る所がありません。白か透明の上の線画か確認してください</translation>
    </message>
    <message>
        <source>no line found in %1; check that it is line art, not blank or too faint</source>
        <translation>%1 に線が見つかりません。白紙や薄すぎる絵でなく線画か確認してください</translation>
    </message>
    <message>
        <source>%1 is %2 x %3 pixels; save it again</source>
        <translation>%1 は %2 x %3 ピクセルです。保存し直してください</translation>
    </message>
    <message>
        <source>%1 is %2 x %3 pixels, more than the limit of %4 a side and %5 megapixels; scale it down or crop it</source>
        <translation>%1 は %2 x %3 ピクセルで、上限(一辺 %4、%5 メガピクセル)を超えています。縮小するか切り抜いてください</translation>
    </message>
    <message>
        <source>%1 does not exist; check the name</source>
        <translation>%1 が見つかりません。名前を確認してください</translation>
    </message>
    <message>
        <source>%1 is a folder, not an image; name a file in it</source>
        <translation>%1 は画像ではなくフォルダーです。中のファイルを指定してください</translation>
    </message>
    <message>
        <source>%1 cannot be read, permission is denied; change its permissions</source>
        <translation>%1 を読み込む権限がありません。アクセス権を変更してください</translation>
    </message>
    <message>
        <source>%1 is not an image of a kind we read; save it as one of %2</source>
        <translation>%1 は対応していない形式です。%2 のいずれかで保存してください</translation>
    </message>
    <message>
        <source>%1 does not fit into memory; scale it down or close programs</source>
        <translation>%1 はメモリーに収まりません。縮小するか、他のプログラムを閉じてください</translation>
    </message>
    <message>
        <source>%1 has floating-point pixels; save it with 8 or 16 bits a channel</source>
        <translation>%1 は浮動小数点の画像です。チャンネルあたり 8 か 16 ビットで保存してください</translation>
    </message>
    <message>
        <source>%1 is %2, so its colours are not exact; save it as RGB</source>
        <translation>%1 は %2 のため色が正確ではありません。RGB で保存してください</translation>
    </message>
    <message>
        <source>%1 is empty (0 bytes); save or copy it again</source>
        <translation>%1 は空のファイル(0 バイト)です。保存し直すか、コピーし直してください</translation>
    </message>
    <message>
        <source>%1 has a colour profile of its own; its RGB values are taken as they are, convert it to sRGB if it looks different elsewhere</source>
        <translation>%1 には独自のカラープロファイルがあります。RGB の値をそのまま使います。他と見え方が違う場合は sRGB に変換してください</translation>
    </message>
    <message>
        <source>%1 is a JPEG, whose compression changes colours and blurs lines; use PNG or TGA if you can</source>
        <translation>%1 は JPEG のため、圧縮で色が変わり線がぼけます。できれば PNG か TGA を使ってください</translation>
    </message>
    <message>
        <source>%1 is a Clip Studio file, which cannot be read here; save it there as PSD (File &gt; Save Duplicate) and open that</source>
        <translation>%1 は CLIP STUDIO 形式のため開けません。CLIP STUDIO で PSD として複製を保存し、それを開いてください</translation>
    </message>
    <message>
        <source>%1 has a list of layers that is too long; save it again</source>
        <translation>%1 のレイヤー一覧が長すぎます。保存し直してください</translation>
    </message>
    <message>
        <source>%1 has a list of layers with rules of its own; save it again</source>
        <translation>%1 のレイヤー一覧に独自の規則が含まれています。保存し直してください</translation>
    </message>
    <message>
        <source>layer &apos;%1&apos; of %2 is blended by %3; merge it to be exact</source>
        <translation>%2 のレイヤー「%1」の合成モードは %3 です。正確な色にするには結合してください</translation>
    </message>
    <message>
        <source>%1 has more than %2 layers; merge some of them</source>
        <translation>%1 のレイヤー数が %2 を超えています。いくつか結合してください</translation>
    </message>
    <message>
        <source>%1 has %2 bits a channel; save it with 8 or 16 (Image &gt; Mode) and try again</source>
        <translation>%1 はチャンネルあたり %2 ビットです。8 か 16 ビットで保存してから、もう一度開いてください</translation>
    </message>
    <message>
        <source>reference %1 does not exist; check the name</source>
        <translation>色見本 %1 が見つかりません。名前を確認してください</translation>
    </message>
    <message>
        <source>reference folder %1 has no painted images; put them into it or gt/</source>
        <translation>色見本のフォルダー %1 に彩色済みの画像がありません。このフォルダーか gt/ に入れてください</translation>
    </message>
    <message>
        <source>%1 has no images; choose a folder with %2 files or with line/</source>
        <translation>%1 に画像がありません。%2 のファイルか line/ のあるフォルダーを選んでください</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2); change its permissions or copy it</source>
        <translation>%1 を読み込めません(%2)。アクセス権を変更するか、コピーしてください</translation>
    </message>
    <message>
        <source>%1 has both %2 and %3; remove one, a frame&apos;s name must be unique</source>
        <translation>%1 に %2 と %3 があります。セル名は重複できないため、片方を除いてください</translation>
    </message>
    <message>
        <source>all frames of %1 are painted; only %2 is used as a sheet</source>
        <translation>%1 のセルはすべて彩色済みです。%2 だけを色見本として使います</translation>
    </message>
    <message>
        <source>%1 is neither an image nor a project; drop PNG, TGA, TIFF, BMP or PSD files</source>
        <translation>%1 は画像でもプロジェクトでもありません。PNG、TGA、TIFF、BMP、PSD のファイルをドロップしてください</translation>
    </message>
    <message>
        <source>not all frames are %1 x %2 pixels: %3; check that these are the right files</source>
        <translation>%1 x %2 ピクセルでないセルがあります:%3。正しいファイルか確認してください</translation>
    </message>
    <message>
        <source>frame &apos;%1&apos; cannot be shown (%2); open its drawing again</source>
        <translation>セル「%1」を表示できません(%2)。線画を開き直してください</translation>
    </message>
    <message>
        <source>a colour is half transparent, which TGA with 24 bits cannot keep; choose TGA with 32 bits or another format</source>
        <translation>半透明の色は 24 ビット TGA に保存できません。32 ビット TGA か別の形式を選んでください</translation>
    </message>
    <message>
        <source>%1 x %2 pixels are more than %3 can hold (%4 a side); choose PNG</source>
        <translation>%1 x %2 ピクセルは %3 の上限(一辺 %4)を超えています。PNG を選んでください</translation>
    </message>
    <message>
        <source>there are %1 colours, more than the %2 of a PNG with a palette; choose PNG</source>
        <translation>%1 色あり、パレット付き PNG の上限 %2 色を超えています。PNG を選んでください</translation>
    </message>
    <message>
        <source>%1 is not a report of ours; choose another folder or move it away</source>
        <translation>%1 は PaintAssist のレポートではありません。別のフォルダーを選ぶか、移動してください</translation>
    </message>
    <message>
        <source>pattern &apos;%1&apos; must name a file inside the export folder; part folders by / and leave out drives and a leading /</source>
        <translation>ファイル名「%1」は書き出し先フォルダーの中を指す必要があります。区切りは / とし、ドライブ名や先頭の / は付けないでください</translation>
    </message>
    <message>
        <source>pattern &apos;%1&apos; ends in .%2 but %3 would be written; end it in .{ext} or leave the ending off</source>
        <translation>ファイル名「%1」は .%2 で終わりますが、書き出すのは %3 です。末尾を .{ext} にするか、拡張子を省いてください</translation>
    </message>
    <message>
        <source>pattern &apos;%1&apos; gives every frame the same name; add {name} or {frame:04d}</source>
        <translation>ファイル名「%1」では全セルが同じ名前になります。{name} か {frame:04d} を加えてください</translation>
    </message>
    <message>
        <source>pattern &apos;%1&apos; leads out of the export folder or too deep; change it</source>
        <translation>ファイル名「%1」は書き出し先の外か、深すぎる場所を指しています。変更してください</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no range of frames; write them as 1-12, 20, 30-</source>
        <translation>「%1」は番号の範囲として読めません。1-12, 20, 30- のように入力してください</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no range of frames; write the smaller number first</source>
        <translation>「%1」は番号の範囲として読めません。小さい番号を先にしてください</translation>
    </message>
    <message>
        <source>pattern &apos;%1&apos; has a brace too many or too few; check it</source>
        <translation>ファイル名「%1」の波括弧が合っていません。確認してください</translation>
    </message>
    <message>
        <source>pattern &apos;%1&apos; has the unknown field {%2}; use %3</source>
        <translation>ファイル名「%1」の {%2} は使えません。%3 を使ってください</translation>
    </message>
    <message>
        <source>pattern &apos;%1&apos; has a width that cannot be; write {frame:04d} for four digits</source>
        <translation>ファイル名「%1」の桁数が正しくありません。4桁なら {frame:04d} と書いてください</translation>
    </message>
    <message>
        <source>pattern &apos;%1&apos; makes &apos;%2&apos;, which cannot be a file name everywhere; change the pattern or the name</source>
        <translation>ファイル名「%1」から作られる「%2」は、使えない環境があります。形式か名前を変更してください</translation>
    </message>
    <message>
        <source>no frame has a number in %1; check the range</source>
        <translation>%1 に当てはまる番号のセルがありません。範囲を確認してください</translation>
    </message>
    <message>
        <source>there is nothing to export; open frames first</source>
        <translation>書き出すものがありません。先にセルを開いてください</translation>
    </message>
    <message>
        <source>%1 would lie outside %2, a link leads there; choose another folder</source>
        <translation>%1 はリンクをたどると %2 の外になります。別のフォルダーを選んでください</translation>
    </message>
    <message>
        <source>%1 is one of the drawings themselves; choose another folder or pattern</source>
        <translation>%1 は元の線画です。別のフォルダーかファイル名を選んでください</translation>
    </message>
    <message>
        <source>&apos;%1&apos; and &apos;%2&apos; would both be written to %3; change the pattern &apos;%4&apos;, such as by adding {name} or {cel}</source>
        <translation>「%1」と「%2」がどちらも %3 に書き出されます。ファイル名「%4」に {name} や {cel} を加えるなどしてください</translation>
    </message>
    <message>
        <source>choose one format and one layer at least</source>
        <translation>形式とレイヤーをそれぞれ1つ以上選んでください</translation>
    </message>
    <message>
        <source>pattern &apos;%1&apos; writes all layers to one file; add {layer} to it</source>
        <translation>ファイル名「%1」では全レイヤーが同じファイルになります。{layer} を加えてください</translation>
    </message>
    <message>
        <source>two of the formats have the same ending, so one would replace the other; export them one by one</source>
        <translation>拡張子が同じ形式が2つあり、片方が上書きされます。1つずつ書き出してください</translation>
    </message>
    <message>
        <source>there is no preset &apos;%1&apos;; there are %2</source>
        <translation>プリセット「%1」はありません。あるのは %2 です</translation>
    </message>
    <message>
        <source>a preset needs a name; type one</source>
        <translation>プリセットの名前を入力してください</translation>
    </message>
    <message>
        <source>%1 was made by a newer PaintAssist (version %2); update PaintAssist</source>
        <translation>%1 は新しい PaintAssist(バージョン %2)で作られています。PaintAssist を更新してください</translation>
    </message>
    <message>
        <source>%1 has a preset that cannot be used: %2</source>
        <translation>%1 に使えないプリセットがあります:%2</translation>
    </message>
    <message>
        <source>%1 is damaged; remove it, the presets begin anew</source>
        <translation>%1 は壊れています。削除するとプリセットは初期状態に戻ります</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2); remove it</source>
        <translation>%1 を読み込めません(%2)。削除してください</translation>
    </message>
    <message>
        <source>it cannot be read back (%1); check the disk</source>
        <translation>書き出したものを読み戻せません(%1)。ディスクを確認してください</translation>
    </message>
    <message>
        <source>it reads back with other pixels; check the disk</source>
        <translation>読み戻すとピクセルが違います。ディスクを確認してください</translation>
    </message>
    <message>
        <source>%1 exists with other content; choose another folder or allow replacing files</source>
        <translation>%1 は別の内容ですでにあります。別のフォルダーを選ぶか、上書きを許可してください</translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>%1 を書き出せませんでした:%2</translation>
    </message>
    <message>
        <source>%1 is too large for a timesheet; choose another file</source>
        <translation>%1 はタイムシートとしては大きすぎます。別のファイルを選んでください</translation>
    </message>
    <message>
        <source>%1 is not an XDTS timesheet; export it as .xdts</source>
        <translation>%1 は XDTS タイムシートではありません。.xdts で書き出してください</translation>
    </message>
    <message>
        <source>%1 is not an XDTS timesheet; export it again</source>
        <translation>%1 は XDTS タイムシートではありません。書き出し直してください</translation>
    </message>
    <message>
        <source>%1 is a damaged timesheet; export it again</source>
        <translation>タイムシート %1 は壊れています。書き出し直してください</translation>
    </message>
    <message>
        <source>%1 x %2, others %3 x %4</source>
        <translation>%1 x %2(他は %3 x %4)</translation>
    </message>
    <message>
        <source>it has no segments yet</source>
        <translation>領域がまだありません</translation>
    </message>
    <message>
        <source>looking for PyTorch</source>
        <translation>PyTorch を探しています</translation>
    </message>
    <message>
        <source>reading the weights</source>
        <translation>重みファイルを読み込んでいます</translation>
    </message>
    <message>
        <source>checking what is there already</source>
        <translation>すでにあるものを確認しています</translation>
    </message>
    <message>
        <source>writing checksums</source>
        <translation>チェックサムを書き込んでいます</translation>
    </message>
    <message>
        <source>writing %1</source>
        <translation>%1 を書き込んでいます</translation>
    </message>
    <message>
        <source>there are two frames called &apos;%1&apos;; rename one of the files</source>
        <translation>「%1」という名前のセルが2つあります。片方のファイル名を変更してください</translation>
    </message>
    <message>
        <source>the step &apos;%1&apos; is damaged in the project file and cannot be done; the history begins anew here, your decisions are as they were</source>
        <translation>プロジェクトファイル内の操作「%1」が壊れているため実行できません。履歴はここから新しく始まりますが、決定した色はそのままです</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2); choose another folder or make room</source>
        <translation>%1 に書き込めません(%2)。別のフォルダーを選ぶか、空き容量を増やしてください</translation>
    </message>
    <message>
        <source>%1 is in the way, it is a file; choose another folder</source>
        <translation>%1 という名前のファイルがすでにあります。別のフォルダーを選んでください</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2); make it writable</source>
        <translation>%1 に書き込めません(%2)。書き込めるようにしてください</translation>
    </message>
    <message>
        <source>%1 is open %2; close it there first</source>
        <translation>%1 は%2開かれています。先にそちらを閉じてください</translation>
    </message>
    <message>
        <source>%1 is open %2; choose another name</source>
        <translation>%1 は%2開かれています。別の名前を選んでください</translation>
    </message>
    <message>
        <source>%1 is open %2, so it is read-only here; close it there and open it again, or save a copy</source>
        <translation>%1 は%2開かれているため、ここでは読み取り専用です。そちらを閉じて開き直すか、コピーを保存してください</translation>
    </message>
    <message>
        <source>in another window</source>
        <translation>別のウィンドウで</translation>
    </message>
    <message>
        <source>in a window on %1 (%2)</source>
        <translation>%1(%2)のウィンドウで</translation>
    </message>
    <message>
        <source>no backup was made: %1</source>
        <translation>バックアップを作れませんでした:%1</translation>
    </message>
    <message>
        <source>%1 was opened elsewhere while this computer slept; save it under another name to go on</source>
        <translation>このコンピューターのスリープ中に %1 が別の場所で開かれました。別の名前で保存して続けてください</translation>
    </message>
    <message>
        <source>%1 lies where nothing can be written; save a copy elsewhere to paint</source>
        <translation>%1 は書き込めない場所にあります。彩色するには別の場所にコピーを保存してください</translation>
    </message>
    <message>
        <source>%1 is not a PaintAssist project; open a %2 file</source>
        <translation>%1 は PaintAssist のプロジェクトではありません。%2 ファイルを開いてください</translation>
    </message>
    <message>
        <source>%1 was made by a newer PaintAssist (format %2, this one knows %3); update PaintAssist to open it</source>
        <translation>%1 は新しい PaintAssist で作られています(形式 %2、この版は %3 まで)。PaintAssist を更新してください</translation>
    </message>
    <message>
        <source>%1 is the project itself; choose another name for the copy</source>
        <translation>%1 は開いているプロジェクトです。コピーには別の名前を付けてください</translation>
    </message>
    <message>
        <source>%1 was changed by another window; open it again</source>
        <translation>%1 は別のウィンドウで変更されました。開き直してください</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be the name of a frame or sheet; rename the file</source>
        <translation>「%1」はセルや色見本の名前に使えません。ファイル名を変更してください</translation>
    </message>
    <message>
        <source>%1 does not exist; check the path</source>
        <translation>%1 が見つかりません。場所を確認してください</translation>
    </message>
    <message>
        <source>%1 is a folder; open a %2 file</source>
        <translation>%1 はフォルダーです。%2 ファイルを開いてください</translation>
    </message>
    <message>
        <source>%1 was moved or deleted; save the project elsewhere</source>
        <translation>%1 が移動または削除されました。プロジェクトを別の場所に保存してください</translation>
    </message>
    <message>
        <source>%1 cannot be written or read here; check its rights or save it elsewhere</source>
        <translation>%1 を読み書きできません。アクセス権を確認するか、別の場所に保存してください</translation>
    </message>
    <message>
        <source>%1 is in use by another program; close it there and try again</source>
        <translation>%1 は別のプログラムが使用中です。閉じてからもう一度試してください</translation>
    </message>
    <message>
        <source>%1 does not fit on the disk; free some space and try again</source>
        <translation>ディスクの空きが足りず %1 を保存できません。空きを増やしてもう一度試してください</translation>
    </message>
    <message>
        <source>%1 cannot be opened; check its rights and its folder</source>
        <translation>%1 を開けません。アクセス権とフォルダーを確認してください</translation>
    </message>
    <message>
        <source>%1 cannot be reached; check the disk or the network and try again</source>
        <translation>%1 にアクセスできません。ディスクやネットワークを確認してもう一度試してください</translation>
    </message>
    <message>
        <source>%1 is damaged; open a backup copy of it</source>
        <translation>%1 は壊れています。バックアップを開いてください</translation>
    </message>
    <message>
        <source>%1 is no palette file; give it one of the endings %2</source>
        <translation>%1 はパレットファイルではありません。拡張子を %2 のいずれかにしてください</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2); check the path</source>
        <translation>%1 を読み込めません(%2)。場所を確認してください</translation>
    </message>
    <message>
        <source>%1 has %2 as %3; make all swatches RGB and export it again</source>
        <translation>%1 の %2 が %3 です。すべての色を RGB にして書き出し直してください</translation>
    </message>
    <message>
        <source>%1 can hold %2 colours only; write a .csv file instead</source>
        <translation>%1 には %2 色までしか入りません。.csv ファイルに書き出してください</translation>
    </message>
    <message>
        <source>%1 holds no Adobe swatches; export it from Photoshop again</source>
        <translation>%1 に Adobe のスウォッチがありません。Photoshop から書き出し直してください</translation>
    </message>
    <message>
        <source>%1 holds no Adobe swatches; export it from the Adobe program again</source>
        <translation>%1 に Adobe のスウォッチがありません。Adobe のソフトから書き出し直してください</translation>
    </message>
    <message>
        <source>%1 has &apos;%2&apos; as %3; make all swatches RGB and export it again</source>
        <translation>%1 の「%2」が %3 です。すべての色を RGB にして書き出し直してください</translation>
    </message>
    <message>
        <source>%1 is damaged at &apos;%2&apos;; export it again</source>
        <translation>%1 は「%2」の所で壊れています。書き出し直してください</translation>
    </message>
    <message>
        <source>%1 ends too early, it was cut off; export it again</source>
        <translation>%1 は途中で切れています。書き出し直してください</translation>
    </message>
    <message>
        <source>%1 is no palette; choose one of %2</source>
        <translation>%1 はパレットではありません。%2 のいずれかを選んでください</translation>
    </message>
    <message>
        <source>%1 is a drawing of Aseprite; save its palette as .gpl there</source>
        <translation>%1 は Aseprite の絵です。Aseprite でパレットを .gpl として保存してください</translation>
    </message>
    <message>
        <source>%1 is too big for a palette; choose a palette file</source>
        <translation>%1 はパレットとしては大きすぎます。パレットファイルを選んでください</translation>
    </message>
    <message>
        <source>%1 holds no colours; choose another palette file</source>
        <translation>%1 に色がありません。別のパレットファイルを選んでください</translation>
    </message>
    <message>
        <source>%1 holds more than %2 colours; choose a smaller one</source>
        <translation>%1 の色数が %2 を超えています。もっと小さいパレットを選んでください</translation>
    </message>
    <message>
        <source>%1 would be empty; add colours to the palette first</source>
        <translation>%1 が空になります。先にパレットに色を追加してください</translation>
    </message>
    <message>
        <source>%1 is %2, not a palette; choose a palette file</source>
        <translation>%1 はパレットではなく %2 です。パレットファイルを選んでください</translation>
    </message>
    <message>
        <source>%1 cannot hold the half transparent colour &apos;%2&apos; (%3 knows opaque ones only); write a %4 or %5 file instead</source>
        <translation>%1 には半透明の色「%2」を保存できません(%3 は不透明色のみ)。%4 か %5 に書き出してください</translation>
    </message>
    <message>
        <source>%1 holds the variant &apos;%2&apos; only; a %3 file holds all</source>
        <translation>%1 にはシーン「%2」だけが入ります。%3 ならすべて保存できます</translation>
    </message>
    <message>
        <source>%1 is no GIMP palette; export it from GIMP or Krita again</source>
        <translation>%1 は GIMP のパレットではありません。GIMP か Krita から書き出し直してください</translation>
    </message>
    <message>
        <source>%1 is damaged in line %2; it should say three numbers up to 255</source>
        <translation>%1 の %2 行目が壊れています。255 までの数が3つ必要です</translation>
    </message>
    <message>
        <source>%1 is no text; save the table as CSV</source>
        <translation>%1 はテキストではありません。表を CSV で保存してください</translation>
    </message>
    <message>
        <source>%1 has no colours: its first line must name a column &apos;color&apos;, or &apos;red&apos;, &apos;green&apos; and &apos;blue&apos;</source>
        <translation>%1 に色がありません。1行目に color、または red、green、blue の列名が必要です</translation>
    </message>
    <message>
        <source>%1 says &apos;%2&apos; in line %3, which is no role; roles are %4</source>
        <translation>%1 の %3 行目の「%2」は明暗の名前ではありません。使えるのは %4 です</translation>
    </message>
    <message>
        <source>%1 says &apos;%2&apos; in line %3, which is no colour; colours look like #FF8000</source>
        <translation>%1 の %3 行目の「%2」は色ではありません。#FF8000 のように書いてください</translation>
    </message>
    <message>
        <source>%1 says &apos;%2&apos; for %3 in line %4; it must be a number from 0 to 255</source>
        <translation>%1 の %4 行目の %3 が「%2」です。0～255 の数にしてください</translation>
    </message>
    <message>
        <source>%1 is no OpenToonz palette; save it from OpenToonz again</source>
        <translation>%1 は OpenToonz のパレットではありません。OpenToonz で保存し直してください</translation>
    </message>
    <message>
        <source>%1 is damaged: a style says nothing; save it from OpenToonz again</source>
        <translation>%1 は壊れています(空のスタイルがあります)。OpenToonz で保存し直してください</translation>
    </message>
    <message>
        <source>%1 is damaged at style &apos;%2&apos;; save it from OpenToonz again</source>
        <translation>%1 はスタイル「%2」の所で壊れています。OpenToonz で保存し直してください</translation>
    </message>
    <message>
        <source>%1: style &apos;%2&apos; is no plain colour and was left out</source>
        <translation>%1:スタイル「%2」は単色ではないため除きました</translation>
    </message>
    <message>
        <source>%1 is damaged: page &apos;%2&apos; shows a style that is not there</source>
        <translation>%1 は壊れています(ページ「%2」に存在しないスタイルがあります)</translation>
    </message>
    <message>
        <source>%1 is damaged at &apos;%2&apos;; save it from OpenToonz again</source>
        <translation>%1 は「%2」の所で壊れています。OpenToonz で保存し直してください</translation>
    </message>
</context>
<context>
    <name>ToolBench</name>
    <message>
        <source>Trace line: %1 px</source>
        <translation>色トレス線:%1 px</translation>
    </message>
    <message>
        <source>Which part does this colour belong to, such as hair or skin?</source>
        <translation>この色はどのパーツですか(例:髪、肌)?</translation>
    </message>
    <message>
        <source>Mark Part</source>
        <translation>パーツを指定</translation>
    </message>
    <message>
        <source>Choose a colour first: click one in the palette</source>
        <translation>先に色を選んでください(パレットの色をクリック)</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Welcome to PaintAssist</source>
        <translation>PaintAssist へようこそ</translation>
    </message>
    <message>
        <source>See in a minute how a clip gets its colours, on the sample that comes with the program. Everything works meanwhile: try it.</source>
        <translation>付属のサンプルを使って、カットに色が付くまでを 1 分で紹介します。その間も操作できますので、お試しください。</translation>
    </message>
    <message>
        <source>Everything has a proposal</source>
        <translation>すべてに提案色があります</translation>
    </message>
    <message>
        <source>Each segment of each frame shows the colour that its part has on the painted sheet. Nothing is decided yet. Turn the wheel to zoom, hold Space and drag to move.</source>
        <translation>どのセルの領域にも、色見本の同じパーツの色が表示されます。まだ何も決定していません。ホイールで拡大・縮小、Space を押しながらドラッグで移動します。</translation>
    </message>
    <message>
        <source>Where a colour comes from</source>
        <translation>色の出どころ</translation>
    </message>
    <message>
        <source>Point at a segment: its place on the sheet lights up here. A click in the sheet takes its colour.</source>
        <translation>領域にカーソルを合わせると、色見本の対応する場所がここで光ります。色見本をクリックすると、その色を拾えます。</translation>
    </message>
    <message>
        <source>From doubt to doubt</source>
        <translation>要確認から要確認へ</translation>
    </message>
    <message>
        <source>%next_doubtful% goes to the next doubtful segment. %choice_1% to %choice_5% paint its likely colours, %accept_next% accepts and goes on, %later% leaves it for the end.</source>
        <translation>%next_doubtful% で次の要確認の領域へ移ります。%choice_1% から %choice_5% で候補の色を塗り、%accept_next% で承認して次へ、%later% で後回しにします。</translation>
    </message>
    <message>
        <source>Correct once</source>
        <translation>修正は一度で</translation>
    </message>
    <message>
        <source>Click a colour here, then a segment. What looks the same in other frames follows at once and flashes; %next_changed% steps through it. Your own decisions never change.</source>
        <translation>ここで色を、次に領域をクリックします。他のセルの同じ箇所もすぐに変わって光ります。%next_changed% で順に確認できます。ご自分の決定が変わることはありません。</translation>
    </message>
    <message>
        <source>All frames at a glance</source>
        <translation>全セルを一目で</translation>
    </message>
    <message>
        <source>Green is decided, orange is doubtful. %accept_certain_all% accepts all that is certain, %carry_on% accepts up to the next doubt. %undo% takes back every step.</source>
        <translation>緑は決定済み、橙は要確認です。%accept_certain_all% で確かなものをすべて、%carry_on% で次の要確認まで承認します。%undo% で何度でも元に戻せます。</translation>
    </message>
    <message>
        <source>Your own cut</source>
        <translation>ご自分のカットで</translation>
    </message>
    <message>
        <source>Open a folder of line art with %open_frames%, then drop a painted sheet. %commands% finds every command by its name.</source>
        <translation>%open_frames% で線画のフォルダーを開き、色見本をドロップしてください。%commands% でどのコマンドも名前から探せます。</translation>
    </message>
</context>
<context>
    <name>TourCard</name>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Not Now</source>
        <translation>あとで</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Show Me</source>
        <translation>見てみる</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>any view</source>
        <translation>向き不問</translation>
    </message>
    <message>
        <source>front</source>
        <translation>正面</translation>
    </message>
    <message>
        <source>side</source>
        <translation>側面</translation>
    </message>
    <message>
        <source>back</source>
        <translation>背面</translation>
    </message>
    <message>
        <source>face</source>
        <translation>顔</translation>
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
        <source>Either shadow</source>
        <translation>影(1号または2号)</translation>
    </message>
    <message>
        <source>marked as %1</source>
        <translation>指定:%1</translation>
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
        <source>locked</source>
        <translation>ロック済み</translation>
    </message>
    <message>
        <source>from %1, segment %2</source>
        <translation>%1 の領域 %2 から</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>ハイライト</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>ノーマル</translation>
    </message>
    <message>
        <source>Shadow 1</source>
        <translation>影1号</translation>
    </message>
    <message>
        <source>Shadow 2</source>
        <translation>影2号</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>その他</translation>
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
