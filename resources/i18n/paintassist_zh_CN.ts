<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Clear Decision</source>
        <translation>清除决定(&amp;C)</translation>
    </message>
    <message>
        <source>Open the segment again; its proposal shows</source>
        <translation>让该区域恢复未定，显示建议色</translation>
    </message>
    <message>
        <source>&amp;Open Frames...</source>
        <translation>打开线稿(&amp;O)...</translation>
    </message>
    <message>
        <source>Open a folder of line art</source>
        <translation>打开线稿文件夹</translation>
    </message>
    <message>
        <source>Add &amp;Sheet...</source>
        <translation>添加色指定(&amp;S)...</translation>
    </message>
    <message>
        <source>Add painted drawings whose colours are proposed</source>
        <translation>添加已上色的画，作为建议色的来源</translation>
    </message>
    <message>
        <source>Open &amp;Project...</source>
        <translation>打开项目(&amp;P)...</translation>
    </message>
    <message>
        <source>Open Sa&amp;mple</source>
        <translation>打开示例(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Keep the project in a file; from then on every edit is kept at once</source>
        <translation>将项目存入文件；此后每次修改都会立即保存</translation>
    </message>
    <message>
        <source>Save &amp;As...</source>
        <translation>另存为(&amp;A)...</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation>导出(&amp;E)...</translation>
    </message>
    <message>
        <source>Write the painted frames as PNG or TGA</source>
        <translation>将上色后的画面导出为 PNG 或 TGA</translation>
    </message>
    <message>
        <source>&amp;Models...</source>
        <translation>模型(&amp;M)...</translation>
    </message>
    <message>
        <source>See, import, fetch and remove models</source>
        <translation>查看、导入、下载和删除模型</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Bucket</source>
        <translation>油漆桶(&amp;B)</translation>
    </message>
    <message>
        <source>Fill with the current colour; drag to fill along the stroke, Shift to fill all of one colour</source>
        <translation>用当前颜色填充；拖动可沿笔迹填充，按 Shift 填充所有同色区域</translation>
    </message>
    <message>
        <source>&amp;Eyedropper</source>
        <translation>吸管(&amp;E)</translation>
    </message>
    <message>
        <source>Take a colour from the drawing; or hold Alt</source>
        <translation>从画面取色；也可按住 Alt</translation>
    </message>
    <message>
        <source>&amp;Lasso Fill</source>
        <translation>套索填充(&amp;L)</translation>
    </message>
    <message>
        <source>Fill what lies mostly inside a loop</source>
        <translation>填充大部分位于套索内的区域</translation>
    </message>
    <message>
        <source>&amp;Rectangle Fill</source>
        <translation>矩形填充(&amp;R)</translation>
    </message>
    <message>
        <source>Fill what lies mostly inside a rectangle</source>
        <translation>填充大部分位于矩形内的区域</translation>
    </message>
    <message>
        <source>S&amp;wap Colour</source>
        <translation>替换颜色(&amp;W)</translation>
    </message>
    <message>
        <source>Give all that has the clicked colour the current one: in this frame, with Shift from here on, with Ctrl everywhere; decisions too</source>
        <translation>把所点颜色全部换成当前颜色：默认本帧，Shift 从本帧起，Ctrl 所有帧；已决定的也会更换</translation>
    </message>
    <message>
        <source>&amp;Gap Pen</source>
        <translation>缝隙笔(&amp;G)</translation>
    </message>
    <message>
        <source>Draw an invisible line where the drawing is open</source>
        <translation>在线条断开处画一条不可见的线</translation>
    </message>
    <message>
        <source>&amp;Why Doesn&apos;t This Fill?</source>
        <translation>为什么填不上(&amp;W)？</translation>
    </message>
    <message>
        <source>Click where a fill runs out: its leak is marked, with Shift closed</source>
        <translation>点击填充外溢之处：标出漏口，按 Shift 则封闭</translation>
    </message>
    <message>
        <source>&amp;Close Gaps...</source>
        <translation>封闭缝隙(&amp;C)...</translation>
    </message>
    <message>
        <source>Close the gaps of this frame up to a width, with a preview</source>
        <translation>封闭本帧中不超过指定宽度的缝隙，可预览</translation>
    </message>
    <message>
        <source>Fill &amp;Unpainted Only</source>
        <translation>只填漏涂处(&amp;U)</translation>
    </message>
    <message>
        <source>Bucket, lasso and rectangle leave alone what shows a colour</source>
        <translation>油漆桶、套索和矩形不改动已有颜色的区域</translation>
    </message>
    <message>
        <source>&amp;Accept Segment</source>
        <translation>采纳该区域(&amp;A)</translation>
    </message>
    <message>
        <source>Accept the proposal of the outlined segment</source>
        <translation>采纳所框区域的建议色</translation>
    </message>
    <message>
        <source>Accept and &amp;Next</source>
        <translation>采纳并到下一个(&amp;N)</translation>
    </message>
    <message>
        <source>Accept, then go to the next doubtful segment</source>
        <translation>采纳后转到下一个存疑区域</translation>
    </message>
    <message>
        <source>Accept &amp;Frame</source>
        <translation>采纳整帧(&amp;F)</translation>
    </message>
    <message>
        <source>Accept every proposal of this frame</source>
        <translation>采纳本帧的全部建议色</translation>
    </message>
    <message>
        <source>Paint &amp;First Choice</source>
        <translation>用第一候选色(&amp;F)</translation>
    </message>
    <message>
        <source>Paint &amp;Second Choice</source>
        <translation>用第二候选色(&amp;S)</translation>
    </message>
    <message>
        <source>Paint &amp;Third Choice</source>
        <translation>用第三候选色(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Next Doubtful</source>
        <translation>下一个存疑处(&amp;N)</translation>
    </message>
    <message>
        <source>Go to the next segment whose proposal is doubtful</source>
        <translation>转到下一个建议色存疑的区域</translation>
    </message>
    <message>
        <source>&amp;Previous Doubtful</source>
        <translation>上一个存疑处(&amp;P)</translation>
    </message>
    <message>
        <source>Go back to the doubtful segment before</source>
        <translation>回到上一个存疑区域</translation>
    </message>
    <message>
        <source>Previous &amp;Frame</source>
        <translation>上一帧(&amp;F)</translation>
    </message>
    <message>
        <source>Next F&amp;rame</source>
        <translation>下一帧(&amp;R)</translation>
    </message>
    <message>
        <source>Propose &amp;Again</source>
        <translation>重新建议(&amp;A)</translation>
    </message>
    <message>
        <source>Carry on proposing after a cancel</source>
        <translation>取消后继续生成建议色</translation>
    </message>
    <message>
        <source>&amp;Cancel Work</source>
        <translation>取消处理(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Commands...</source>
        <translation>命令列表(&amp;C)...</translation>
    </message>
    <message>
        <source>Search all commands and run one</source>
        <translation>搜索所有命令并执行</translation>
    </message>
    <message>
        <source>Short&amp;cuts...</source>
        <translation>快捷键(&amp;K)...</translation>
    </message>
    <message>
        <source>See and change the keys of all actions</source>
        <translation>查看和更改所有操作的按键</translation>
    </message>
    <message>
        <source>&amp;System Theme</source>
        <translation>跟随系统主题(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Dark Theme</source>
        <translation>深色主题(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light Theme</source>
        <translation>浅色主题(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Paint</source>
        <translation>上色(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>检查(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>设置(&amp;S)</translation>
    </message>
    <message>
        <source>Overlay &amp;Off</source>
        <translation>关闭叠加显示(&amp;O)</translation>
    </message>
    <message>
        <source>Show the exact colours and nothing else</source>
        <translation>只显示准确的颜色</translation>
    </message>
    <message>
        <source>Overlay &amp;Proposals</source>
        <translation>叠加显示建议(&amp;P)</translation>
    </message>
    <message>
        <source>Hatch what is proposed and not yet decided</source>
        <translation>用斜线标出已有建议但未决定的区域</translation>
    </message>
    <message>
        <source>Overlay &amp;Confidence</source>
        <translation>叠加显示置信度(&amp;C)</translation>
    </message>
    <message>
        <source>Outline proposals from doubtful (orange) to certain (blue)</source>
        <translation>用轮廓色表示建议的把握，从存疑(橙)到确定(蓝)</translation>
    </message>
    <message>
        <source>Overlay &amp;Rainbow</source>
        <translation>区域分色显示(&amp;R)</translation>
    </message>
    <message>
        <source>Show every segment in a colour of its own</source>
        <translation>每个区域用各自的颜色显示</translation>
    </message>
    <message>
        <source>Overlay &amp;Unpainted</source>
        <translation>叠加显示漏涂(&amp;U)</translation>
    </message>
    <message>
        <source>Ring what has no colour, down to one pixel</source>
        <translation>圈出没有颜色之处，小到一个像素</translation>
    </message>
    <message>
        <source>Overlay &amp;Left-over Traces</source>
        <translation>叠加显示残留色线(&amp;L)</translation>
    </message>
    <message>
        <source>Mark the pixels of trace lines that no paint covers</source>
        <translation>标出未被上色覆盖的色线像素</translation>
    </message>
    <message>
        <source>Overlay &amp;Differences</source>
        <translation>叠加显示与上一帧的差异(&amp;D)</translation>
    </message>
    <message>
        <source>Frame what has another colour than in the frame before</source>
        <translation>框出与上一帧颜色不同之处</translation>
    </message>
    <message>
        <source>&amp;Onion Skin</source>
        <translation>洋葱皮(&amp;O)</translation>
    </message>
    <message>
        <source>Show the lines of the previous and the next frame</source>
        <translation>显示前后帧的线稿</translation>
    </message>
    <message>
        <source>&amp;Trace Lines on Top</source>
        <translation>色线置于最前(&amp;T)</translation>
    </message>
    <message>
        <source>Show trace lines over the paint, not the paint as exported</source>
        <translation>在上色之上显示色线，而不是导出时的效果</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>适合窗口(&amp;F)</translation>
    </message>
    <message>
        <source>Actual &amp;Size</source>
        <translation>实际大小(&amp;S)</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom O&amp;ut</source>
        <translation>缩小(&amp;U)</translation>
    </message>
    <message>
        <source>Turn Left</source>
        <translation>向左旋转</translation>
    </message>
    <message>
        <source>Turn Right</source>
        <translation>向右旋转</translation>
    </message>
    <message>
        <source>Flip View</source>
        <translation>水平翻转视图</translation>
    </message>
    <message>
        <source>Upright View</source>
        <translation>恢复视图方向</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
</context>
<context>
    <name>ChoiceBar</name>
    <message>
        <source>Colour choices for the outlined segment</source>
        <translation>所框区域的候选色</translation>
    </message>
    <message>
        <source>The most likely colours: keys 1, 2 and 3</source>
        <translation>最可能的颜色：按键 1、2、3</translation>
    </message>
    <message>
        <source>Point at a segment: its likely colours are on 1, 2 and 3</source>
        <translation>指向一个区域：候选色在 1、2、3</translation>
    </message>
</context>
<context>
    <name>CommandList</name>
    <message>
        <source>Commands</source>
        <translation>命令列表</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>搜索命令</translation>
    </message>
    <message>
        <source>Type a few letters of a command</source>
        <translation>输入命令名的几个字</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>找到的命令</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Drop a folder of line art here, then a painted sheet.

Or open them from the File menu.</source>
        <translation>把线稿文件夹拖到这里，再拖入色指定。

也可以从“文件”菜单打开。</translation>
    </message>
    <message>
        <source>%1 is being read...</source>
        <translation>正在读取 %1...</translation>
    </message>
    <message>
        <source>Choose a colour first: click one in the palette</source>
        <translation>请先选颜色：点击调色板中的颜色</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>Redone: %1</source>
        <translation>已重做：%1</translation>
    </message>
    <message>
        <source>Gone back to: %1</source>
        <translation>已回到：%1</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>最初状态</translation>
    </message>
    <message>
        <source>Nothing is doubtful any more</source>
        <translation>已没有存疑之处</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Open Frames</source>
        <translation>打开线稿</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Add Sheet</source>
        <translation>添加色指定</translation>
    </message>
    <message>
        <source>Open Project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Save Project</source>
        <translation>保存项目</translation>
    </message>
    <message>
        <source>Save %1 before closing?</source>
        <translation>关闭前保存 %1 吗？</translation>
    </message>
    <message>
        <source>Your decisions are not kept in a file yet.</source>
        <translation>您的决定还没有存入文件。</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Don&apos;t Save</source>
        <translation>不保存(&amp;D)</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>%1 个项目</translation>
    </message>
    <message>
        <source>What is %1?</source>
        <translation>%1 是什么？</translation>
    </message>
    <message>
        <source>Frames are painted; a sheet shows the colours.</source>
        <translation>线稿用来上色；色指定用来说明颜色。</translation>
    </message>
    <message>
        <source>&amp;Frames</source>
        <translation>线稿(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Sheet</source>
        <translation>色指定(&amp;S)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>&amp;Browse...</source>
        <translation>浏览(&amp;B)...</translation>
    </message>
    <message>
        <source>Replace files that exist</source>
        <translation>替换已有文件</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>格式(&amp;O)</translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>Paint segment</source>
        <translation>给区域上色</translation>
    </message>
    <message>
        <source>Paint %1 segments</source>
        <translation>给 %1 个区域上色</translation>
    </message>
    <message>
        <source>Accept segment</source>
        <translation>采纳区域</translation>
    </message>
    <message>
        <source>Accept %1 segments</source>
        <translation>采纳 %1 个区域</translation>
    </message>
    <message>
        <source>Clear segment</source>
        <translation>清除区域的决定</translation>
    </message>
    <message>
        <source>Clear %1 segments</source>
        <translation>清除 %1 个区域的决定</translation>
    </message>
    <message>
        <source>Swap colour of segment</source>
        <translation>替换区域颜色</translation>
    </message>
    <message>
        <source>Swap colour of %1 segments</source>
        <translation>替换 %1 个区域的颜色</translation>
    </message>
    <message>
        <source>Add colour</source>
        <translation>添加颜色</translation>
    </message>
    <message>
        <source>Add colour %1</source>
        <translation>添加颜色 %1</translation>
    </message>
    <message>
        <source>Rename colour</source>
        <translation>重命名颜色</translation>
    </message>
    <message>
        <source>Rename colour %1</source>
        <translation>重命名颜色 %1</translation>
    </message>
    <message>
        <source>Change colour</source>
        <translation>更改颜色</translation>
    </message>
    <message>
        <source>Change colour %1</source>
        <translation>更改颜色 %1</translation>
    </message>
    <message>
        <source>Add sheet %1</source>
        <translation>添加色指定 %1</translation>
    </message>
    <message>
        <source>Remove sheet %1</source>
        <translation>移除色指定 %1</translation>
    </message>
    <message>
        <source>Draw barrier</source>
        <translation>画隔断线</translation>
    </message>
    <message>
        <source>Close gaps</source>
        <translation>封闭缝隙</translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>Every edit is kept in %1 already</source>
        <translation>所有修改都已保存在 %1</translation>
    </message>
    <message>
        <source>untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Saved; from now on every edit is kept in %1 at once</source>
        <translation>已保存；此后每次修改都会立即存入 %1</translation>
    </message>
    <message>
        <source>there is nothing to export yet; open frames first</source>
        <translation>还没有可导出的内容；请先打开线稿</translation>
    </message>
</context>
<context>
    <name>FlickerPanel</name>
    <message>
        <source>Check for Flicker</source>
        <translation>检查颜色跳变</translation>
    </message>
    <message>
        <source>Colours that jump</source>
        <translation>颜色跳变的区域</translation>
    </message>
    <message>
        <source>%1, segment %2</source>
        <translation>%1，区域 %2</translation>
    </message>
    <message>
        <source>(flash)</source>
        <translation>(一闪)</translation>
    </message>
    <message>
        <source>No colour jumps</source>
        <translation>没有颜色跳变</translation>
    </message>
</context>
<context>
    <name>FrameStrip</name>
    <message>
        <source>Frames</source>
        <translation>帧</translation>
    </message>
</context>
<context>
    <name>GapDialog</name>
    <message>
        <source>Close Gaps</source>
        <translation>封闭缝隙</translation>
    </message>
    <message>
        <source>Widest gap in pixels</source>
        <translation>最大缝隙宽度(像素)</translation>
    </message>
    <message>
        <source>Widest gap:</source>
        <translation>最大缝隙：</translation>
    </message>
    <message numerus="yes">
        <source>%n places would close</source>
        <translation>
            <numerusform>将封闭 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 像素</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>%1 older steps are forgotten</source>
        <translation>更早的 %1 步已不再保留</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>最初状态</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
</context>
<context>
    <name>ImportForm</name>
    <message>
        <source>Import Model</source>
        <translation>导入模型</translation>
    </message>
    <message>
        <source>not needed where the checkpoint holds it</source>
        <translation>若检查点已包含则不需要</translation>
    </message>
    <message>
        <source>File...</source>
        <translation>文件...</translation>
    </message>
    <message>
        <source>Folder...</source>
        <translation>文件夹...</translation>
    </message>
    <message>
        <source>&amp;DACoN checkpoint</source>
        <translation>DACoN 检查点(&amp;D)</translation>
    </message>
    <message>
        <source>DINO&amp;v2</source>
        <translation>DINO&amp;v2</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重文件</translation>
    </message>
    <message>
        <source>DACoN checkpoint</source>
        <translation>DACoN 检查点</translation>
    </message>
</context>
<context>
    <name>KeyRecorder</name>
    <message>
        <source>Press a key...</source>
        <translation>请按键...</translation>
    </message>
    <message>
        <source>&amp;Record Key</source>
        <translation>录入按键(&amp;R)</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Sheet</source>
        <translation>色指定</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>调色板</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Navigator</source>
        <translation>导航器</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>颜色跳变</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>... and %1 more</source>
        <translation>... 还有 %1 条</translation>
    </message>
</context>
<context>
    <name>ModelThread</name>
    <message>
        <source>This met an error of ours (%1); the log has the details</source>
        <translation>程序出错(%1)；详情见日志</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>&amp;Import...</source>
        <translation>导入(&amp;I)...</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>下载(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>删除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>broken off; import it again to go on</source>
        <translation>已中断；再次导入即可继续</translation>
    </message>
    <message>
        <source>Stopped; nothing was made.</source>
        <translation>已停止；未生成任何内容。</translation>
    </message>
    <message>
        <source>Stopped. What was downloaded is kept; fetching again goes on there.</source>
        <translation>已停止。已下载的部分会保留，再次下载时从那里继续。</translation>
    </message>
    <message>
        <source>Remove the model %1?</source>
        <translation>删除模型 %1 吗？</translation>
    </message>
    <message>
        <source>%1 is removed.</source>
        <translation>已删除 %1。</translation>
    </message>
    <message>
        <source>The model %1 is ready.</source>
        <translation>模型 %1 已就绪。</translation>
    </message>
    <message>
        <source>Stopping...</source>
        <translation>正在停止...</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Navigator</source>
        <translation>导航器</translation>
    </message>
</context>
<context>
    <name>PaletteModel</name>
    <message>
        <source>Segments: %1</source>
        <translation>区域：%1</translation>
    </message>
</context>
<context>
    <name>PalettePanel</name>
    <message>
        <source>Palette</source>
        <translation>调色板</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>1 frame written to %2</source>
        <translation>已将 1 帧导出到 %2</translation>
    </message>
    <message>
        <source>%1 frames written to %2</source>
        <translation>已将 %1 帧导出到 %2</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>%1 of %2 segments left</source>
        <translation>剩余 %1 / %2 个区域</translation>
    </message>
    <message>
        <source>%1 of %2 segments left, about 1 minute</source>
        <translation>剩余 %1 / %2 个区域，约 1 分钟</translation>
    </message>
    <message>
        <source>%1 of %2 segments left, about %3 minutes</source>
        <translation>剩余 %1 / %2 个区域，约 %3 分钟</translation>
    </message>
</context>
<context>
    <name>ReferencePanel</name>
    <message>
        <source>Sheet</source>
        <translation>色指定</translation>
    </message>
    <message>
        <source>Sheet picture</source>
        <translation>色指定图</translation>
    </message>
    <message>
        <source>Drop a painted sheet here.</source>
        <translation>把色指定拖到这里。</translation>
    </message>
</context>
<context>
    <name>ShortcutEditor</name>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Words of an action, or a key</source>
        <translation>操作名中的字，或按键</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作及其按键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Re&amp;move Keys</source>
        <translation>移除按键(&amp;M)</translation>
    </message>
    <message>
        <source>Rese&amp;t</source>
        <translation>重置(&amp;T)</translation>
    </message>
    <message>
        <source>Reset &amp;All</source>
        <translation>全部重置(&amp;A)</translation>
    </message>
    <message>
        <source>Mo&amp;ve Here</source>
        <translation>移到这里(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>预设(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>搜索(&amp;S)</translation>
    </message>
    <message>
        <source>%1 stands for this already.</source>
        <translation>%1 已经是此操作的按键。</translation>
    </message>
    <message>
        <source>%1 belongs to %2.</source>
        <translation>%1 已分配给“%2”。</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Segment under the cursor</source>
        <translation>光标下的区域</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Segments left</source>
        <translation>剩余区域</translation>
    </message>
    <message>
        <source>What the model runs on</source>
        <translation>模型运行设备</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>The model runs on %1</source>
        <translation>模型运行于 %1</translation>
    </message>
</context>
<context>
    <name>StripModel</name>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>未定 %1</translation>
    </message>
    <message>
        <source>%1 doubtful</source>
        <translation>存疑 %1</translation>
    </message>
</context>
<context>
    <name>ToolBench</name>
    <message>
        <source>Choose a colour first: click one in the palette</source>
        <translation>请先选颜色：点击调色板中的颜色</translation>
    </message>
    <message>
        <source>Nothing leaks here: no way out is narrower than the place</source>
        <translation>此处没有漏口：没有比这里更窄的出口</translation>
    </message>
    <message>
        <source>The fill runs out here, through %1 px; Shift+click closes it</source>
        <translation>填充从此处 %1 像素的缝隙外溢；Shift+单击可封闭</translation>
    </message>
    <message>
        <source>%1 segments more than before</source>
        <translation>多出 %1 个区域</translation>
    </message>
    <message>
        <source>Nothing was parted</source>
        <translation>没有区域被分开</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>1 segment changed</source>
        <translation>1 个区域已改变</translation>
    </message>
    <message>
        <source>%1 segments changed</source>
        <translation>%1 个区域已改变</translation>
    </message>
    <message>
        <source>in 1 frame</source>
        <translation>(1 帧)</translation>
    </message>
    <message>
        <source>in %1 frames</source>
        <translation>(%1 帧)</translation>
    </message>
    <message>
        <source>Segment %1</source>
        <translation>区域 %1</translation>
    </message>
    <message>
        <source>unpainted</source>
        <translation>漏涂</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已采纳</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>已修正</translation>
    </message>
    <message>
        <source>from %1, segment %2</source>
        <translation>来自 %1 的区域 %2</translation>
    </message>
</context>
<context>
    <name>Worker</name>
    <message>
        <source>%1 failed; the log has the details</source>
        <translation>%1 失败；详情见日志</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Reading frames</source>
        <translation>正在读取线稿</translation>
    </message>
    <message>
        <source>Proposing met an error of ours (%1); the log has the details</source>
        <translation>生成建议色时程序出错(%1)；详情见日志</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧</translation>
    </message>
</context>
</TS>
