<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AcceptDialog</name>
    <message>
        <source>Accept Above</source>
        <translation>按置信度采纳</translation>
    </message>
    <message>
        <source>Least confidence</source>
        <translation>最低置信度</translation>
    </message>
    <message>
        <source>In all frames</source>
        <translation>所有帧</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>Confidence at least:</source>
        <translation>最低置信度：</translation>
    </message>
    <message>
        <source>1 segment would be accepted</source>
        <translation>将采纳 1 个区域</translation>
    </message>
    <message>
        <source>%1 segments would be accepted</source>
        <translation>将采纳 %1 个区域</translation>
    </message>
</context>
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
        <source>&amp;Import Design Sheet...</source>
        <translation>导入色指定(&amp;I)...</translation>
    </message>
    <message>
        <source>Choose figures, swatches and layers of a sheet, and how its lines are read</source>
        <translation>选择色指定的图、色块、图层以及线条的读取方式</translation>
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
        <source>Keep a version to come back to; every edit is in the file already</source>
        <translation>保留一个可以返回的版本；每次修改都已存入文件</translation>
    </message>
    <message>
        <source>Inspect the painted frames and write them to files</source>
        <translation>检查已上色的帧并写成文件</translation>
    </message>
    <message>
        <source>Save &amp;As...</source>
        <translation>另存为(&amp;A)...</translation>
    </message>
    <message>
        <source>Save a &amp;Copy...</source>
        <translation>保存副本(&amp;C)...</translation>
    </message>
    <message>
        <source>Write a copy elsewhere and go on in this file</source>
        <translation>在别处保存一份副本，继续在本文件中工作</translation>
    </message>
    <message>
        <source>&amp;Versions and Backups...</source>
        <translation>版本和备份(&amp;V)...</translation>
    </message>
    <message>
        <source>See what the project was, and go back to it</source>
        <translation>查看项目以前的状态，并可返回</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation>导出(&amp;E)...</translation>
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
        <source>&amp;Eyedropper</source>
        <translation>吸管(&amp;E)</translation>
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
        <source>Gap &amp;Eraser</source>
        <translation>缝隙橡皮(&amp;E)</translation>
    </message>
    <message>
        <source>Take away the invisible lines that a stroke passes</source>
        <translation>擦掉笔画经过的不可见线</translation>
    </message>
    <message>
        <source>S&amp;plit Segment</source>
        <translation>拆分区域(&amp;P)</translation>
    </message>
    <message>
        <source>Part the segment under a stroke, which goes on to its lines</source>
        <translation>沿笔画分开区域，笔画会延伸到线条</translation>
    </message>
    <message>
        <source>&amp;Merge Segments</source>
        <translation>合并区域(&amp;M)</translation>
    </message>
    <message>
        <source>Make one segment of those under a stroke; Shift+click parts it again</source>
        <translation>把笔画经过的区域合为一个；Shift+单击可再分开</translation>
    </message>
    <message>
        <source>Mar&amp;k Part</source>
        <translation>标记部位(&amp;K)</translation>
    </message>
    <message>
        <source>Say that the segments under a stroke belong to the part of the current colour; with Shift, that they have its tone</source>
        <translation>把笔画经过的区域标记为当前颜色的部位；按 Shift 连明暗一起标记</translation>
    </message>
    <message>
        <source>Er&amp;ase Marks</source>
        <translation>擦除标记(&amp;A)</translation>
    </message>
    <message>
        <source>Take back what was said of the segments under a stroke</source>
        <translation>取消笔画经过区域的标记</translation>
    </message>
    <message>
        <source>Trace Line, &amp;Red</source>
        <translation>色线：红(&amp;R)</translation>
    </message>
    <message>
        <source>Draw a highlight line; Shift erases</source>
        <translation>画高光线；按 Shift 擦除</translation>
    </message>
    <message>
        <source>Trace Line, &amp;Blue</source>
        <translation>色线：蓝(&amp;B)</translation>
    </message>
    <message>
        <source>Draw a shadow line; Shift erases</source>
        <translation>画阴影线；按 Shift 擦除</translation>
    </message>
    <message>
        <source>Trace Line, Gree&amp;n</source>
        <translation>色线：绿(&amp;N)</translation>
    </message>
    <message>
        <source>Draw a line of the second shadow; Shift erases</source>
        <translation>画2号影线；按 Shift 擦除</translation>
    </message>
    <message>
        <source>Trace &amp;Line Eraser</source>
        <translation>色线橡皮(&amp;L)</translation>
    </message>
    <message>
        <source>Take trace lines away; main lines stay</source>
        <translation>只擦除色线，保留主线</translation>
    </message>
    <message>
        <source>Trace Line &amp;Thicker</source>
        <translation>加粗色线(&amp;T)</translation>
    </message>
    <message>
        <source>Make the trace lines to be drawn, or their eraser, wider</source>
        <translation>加粗接下来要画的色线或其橡皮</translation>
    </message>
    <message>
        <source>Trace Line T&amp;hinner</source>
        <translation>减细色线(&amp;H)</translation>
    </message>
    <message>
        <source>Make the trace lines to be drawn, or their eraser, narrower</source>
        <translation>减细接下来要画的色线或其橡皮</translation>
    </message>
    <message>
        <source>Remove &amp;Dust...</source>
        <translation>清除杂点(&amp;D)...</translation>
    </message>
    <message>
        <source>List specks up to a size; they take the colour around them</source>
        <translation>列出不超过指定大小的杂点，用周围颜色填上</translation>
    </message>
    <message>
        <source>How L&amp;ine Art Is Read...</source>
        <translation>线稿读取方式(&amp;I)...</translation>
    </message>
    <message>
        <source>Say what trace lines and areas filled in by the animator mean</source>
        <translation>设定色线和原动画预涂区域的含义</translation>
    </message>
    <message>
        <source>Fill with the current colour; drag to fill along the stroke, Shift to fill all of one colour, Ctrl to carry the colour of the segment where the stroke begins</source>
        <translation>用当前颜色填充：拖动沿笔画填充，Shift 填充所有同色区域，Ctrl 延用起笔处区域的颜色</translation>
    </message>
    <message>
        <source>Take a colour from the drawing; or click with the right button, or hold Alt</source>
        <translation>从画面取色；也可点击右键，或按住 Alt</translation>
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
        <source>Accept Frame and &amp;Go On</source>
        <translation>采纳本帧并到下一帧(&amp;G)</translation>
    </message>
    <message>
        <source>Accept every proposal of this frame, then show the next frame</source>
        <translation>采纳本帧的全部建议色，然后显示下一帧</translation>
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
        <source>Paint F&amp;ourth Choice</source>
        <translation>用第四候选色(&amp;O)</translation>
    </message>
    <message>
        <source>Paint Fift&amp;h Choice</source>
        <translation>用第五候选色(&amp;H)</translation>
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
        <source>&amp;Later</source>
        <translation>稍后处理(&amp;L)</translation>
    </message>
    <message>
        <source>Leave the outlined segment for the end and go on</source>
        <translation>把所框区域留到最后，继续往下</translation>
    </message>
    <message>
        <source>Next C&amp;hanged</source>
        <translation>下一个变化处(&amp;H)</translation>
    </message>
    <message>
        <source>Step through what the last correction changed elsewhere</source>
        <translation>依次查看上次修正在别处引起的变化</translation>
    </message>
    <message>
        <source>Previous Chan&amp;ged</source>
        <translation>上一个变化处(&amp;G)</translation>
    </message>
    <message>
        <source>Step back through what the last correction changed</source>
        <translation>反向查看上次修正引起的变化</translation>
    </message>
    <message>
        <source>Accept and Carry &amp;On</source>
        <translation>连续采纳(&amp;O)</translation>
    </message>
    <message>
        <source>Accept the outlined segment and all that is not doubtful, frame by frame, up to the first doubtful one</source>
        <translation>采纳所框区域及所有不存疑的区域，逐帧进行，直到第一个存疑处</translation>
    </message>
    <message>
        <source>Accept &amp;Certain Ones of Frame</source>
        <translation>采纳本帧可靠的建议(&amp;C)</translation>
    </message>
    <message>
        <source>Accept the proposals of this frame above the threshold</source>
        <translation>采纳本帧中置信度达到阈值的建议色</translation>
    </message>
    <message>
        <source>Accept Certain Ones of &amp;All Frames</source>
        <translation>采纳所有帧可靠的建议(&amp;A)</translation>
    </message>
    <message>
        <source>Accept the proposals of all frames above the threshold</source>
        <translation>采纳所有帧中置信度达到阈值的建议色</translation>
    </message>
    <message>
        <source>Accept Abo&amp;ve...</source>
        <translation>按置信度采纳(&amp;V)...</translation>
    </message>
    <message>
        <source>Choose the threshold, see how many it means, and accept</source>
        <translation>选择阈值，查看数量后采纳</translation>
    </message>
    <message>
        <source>Accept This Colour in F&amp;rame</source>
        <translation>采纳本帧中的此颜色(&amp;R)</translation>
    </message>
    <message>
        <source>Accept what is proposed in the colour of the outlined segment</source>
        <translation>采纳与所框区域建议色相同的区域</translation>
    </message>
    <message>
        <source>Accept This Colour in All Fra&amp;mes</source>
        <translation>采纳所有帧中的此颜色(&amp;M)</translation>
    </message>
    <message>
        <source>The same in all frames</source>
        <translation>在所有帧中同样处理</translation>
    </message>
    <message>
        <source>Accept This Par&amp;t in All Frames</source>
        <translation>采纳所有帧中的此部位(&amp;T)</translation>
    </message>
    <message>
        <source>Accept what is proposed for the part of the outlined segment, frame by frame</source>
        <translation>逐帧跟踪所框区域的部位并采纳其建议色</translation>
    </message>
    <message>
        <source>Next F&amp;inding</source>
        <translation>下一个问题(&amp;I)</translation>
    </message>
    <message>
        <source>Go to the next thing that the inspection before an export found</source>
        <translation>转到导出前检查发现的下一处</translation>
    </message>
    <message>
        <source>Previous Findin&amp;g</source>
        <translation>上一个问题(&amp;G)</translation>
    </message>
    <message>
        <source>Go back to the finding before</source>
        <translation>回到上一个问题</translation>
    </message>
    <message>
        <source>Loc&amp;k Segment</source>
        <translation>锁定区域(&amp;K)</translation>
    </message>
    <message>
        <source>No tool changes its colour; once more to unlock</source>
        <translation>任何工具都不改变其颜色；再次执行则解锁</translation>
    </message>
    <message>
        <source>Loc&amp;k Frame</source>
        <translation>锁定整帧(&amp;K)</translation>
    </message>
    <message>
        <source>Lock all that has a colour; once more to unlock</source>
        <translation>锁定所有已有颜色的区域；再次执行则解锁</translation>
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
        <source>First S&amp;teps</source>
        <translation>入门导览(&amp;T)</translation>
    </message>
    <message>
        <source>A short tour of the window, on the sample</source>
        <translation>用示例简要介绍界面</translation>
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
        <source>&amp;Drawing</source>
        <translation>线稿(&amp;D)</translation>
    </message>
    <message>
        <source>Pa&amp;lette</source>
        <translation>调色板(&amp;L)</translation>
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
        <source>Compare with &amp;Line Art</source>
        <translation>与线稿比较(&amp;L)</translation>
    </message>
    <message>
        <source>Hold the key to see the line art alone</source>
        <translation>按住按键时只显示线稿</translation>
    </message>
    <message>
        <source>Compare with Pr&amp;oposals</source>
        <translation>与建议色比较(&amp;O)</translation>
    </message>
    <message>
        <source>Hold the key to see all proposals, under decisions too</source>
        <translation>按住按键时显示全部建议色，已决定的区域也包括在内</translation>
    </message>
    <message>
        <source>Compare with Pre&amp;vious Frame</source>
        <translation>与上一帧比较(&amp;V)</translation>
    </message>
    <message>
        <source>Hold the key to see the frame before</source>
        <translation>按住按键时显示上一帧</translation>
    </message>
    <message>
        <source>Compare with Re&amp;ference</source>
        <translation>与参考图比较(&amp;F)</translation>
    </message>
    <message>
        <source>Hold the key to see what the reference window shows</source>
        <translation>按住按键时显示色指定面板中的图</translation>
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
        <source>&amp;Closer and Back</source>
        <translation>靠近与返回(&amp;C)</translation>
    </message>
    <message>
        <source>Look closely where the pointer is; once more for the whole</source>
        <translation>放大指针所在处；再按一次回到整体</translation>
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
    <message>
        <source>Outline Segment to the Left</source>
        <translation>选左边的区域</translation>
    </message>
    <message>
        <source>Outline Segment to the Right</source>
        <translation>选右边的区域</translation>
    </message>
    <message>
        <source>Outline Segment Above</source>
        <translation>选上边的区域</translation>
    </message>
    <message>
        <source>Outline Segment Below</source>
        <translation>选下边的区域</translation>
    </message>
    <message>
        <source>Fill Outlined Segment</source>
        <translation>填充所框区域</translation>
    </message>
    <message>
        <source>Give the outlined segment the current colour</source>
        <translation>用当前颜色填充所框区域</translation>
    </message>
    <message>
        <source>Take Colour of Outlined Segment</source>
        <translation>取所框区域的颜色</translation>
    </message>
    <message>
        <source>Make the colour of the outlined segment the current one</source>
        <translation>把所框区域的颜色设为当前颜色</translation>
    </message>
    <message>
        <source>Next Pane</source>
        <translation>下一个面板</translation>
    </message>
    <message>
        <source>Give the keyboard to the next pane: canvas, palette, frames</source>
        <translation>把键盘焦点移到下一个面板：画布、调色板、帧</translation>
    </message>
    <message>
        <source>Previous Pane</source>
        <translation>上一个面板</translation>
    </message>
    <message>
        <source>Give the keyboard to the pane before</source>
        <translation>把键盘焦点移到上一个面板</translation>
    </message>
    <message>
        <source>&amp;Search Colours</source>
        <translation>查找颜色(&amp;S)</translation>
    </message>
    <message>
        <source>Find a colour by name, part or value</source>
        <translation>按名称、部位或色值查找颜色</translation>
    </message>
    <message>
        <source>&amp;Add Colour...</source>
        <translation>添加颜色(&amp;A)...</translation>
    </message>
    <message>
        <source>Put a new colour into the palette and the hand</source>
        <translation>把新颜色加入调色板并设为当前颜色</translation>
    </message>
    <message>
        <source>Add &amp;Temporary Colour</source>
        <translation>添加临时色(&amp;T)</translation>
    </message>
    <message>
        <source>A loud colour for a part that has none yet; the inspection lists it</source>
        <translation>用于颜色未定部位的醒目颜色；检查时会列出</translation>
    </message>
    <message>
        <source>&amp;Edit Colour...</source>
        <translation>编辑颜色(&amp;E)...</translation>
    </message>
    <message>
        <source>Give the entry in the hand another colour in all frames</source>
        <translation>在所有帧中更改当前颜色的色值</translation>
    </message>
    <message>
        <source>&amp;Rename Colour</source>
        <translation>重命名颜色(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy as Hex</source>
        <translation>复制十六进制值(&amp;C)</translation>
    </message>
    <message>
        <source>Put the value, such as #FF8000, into the clipboard</source>
        <translation>把色值(如 #FF8000)复制到剪贴板</translation>
    </message>
    <message>
        <source>&amp;Mark as Temporary, or Final</source>
        <translation>切换临时/定稿(&amp;M)</translation>
    </message>
    <message>
        <source>Say that a colour is not known yet, or that it is</source>
        <translation>标明颜色未定或已定</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move the part or colour up in the palette</source>
        <translation>在调色板中上移部位或颜色</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>Move the part or colour down in the palette</source>
        <translation>在调色板中下移部位或颜色</translation>
    </message>
    <message>
        <source>Show &amp;Where Used</source>
        <translation>显示使用处(&amp;W)</translation>
    </message>
    <message>
        <source>Mark the segments that use the colour in the hand</source>
        <translation>标出使用当前颜色的区域</translation>
    </message>
    <message>
        <source>&amp;Next Use of This Colour</source>
        <translation>此颜色的下一个使用处(&amp;N)</translation>
    </message>
    <message>
        <source>Go on to where the colour in the hand is used</source>
        <translation>转到下一个使用当前颜色的帧</translation>
    </message>
    <message>
        <source>Ne&amp;xt Scene</source>
        <translation>下一个场景(&amp;X)</translation>
    </message>
    <message>
        <source>Show the colours of the next scene: day, night</source>
        <translation>显示下一个场景(日景、夜景等)的颜色</translation>
    </message>
    <message>
        <source>Add Scene...</source>
        <translation>添加场景...</translation>
    </message>
    <message>
        <source>Give every colour another value for a scene such as night</source>
        <translation>为夜景等场景给每个颜色另设色值</translation>
    </message>
    <message>
        <source>Scene from a Sheet...</source>
        <translation>从色指定添加场景...</translation>
    </message>
    <message>
        <source>Take a scene from a sheet that differs in colour only</source>
        <translation>从只有颜色不同的色指定建立场景</translation>
    </message>
    <message>
        <source>Rename Scene...</source>
        <translation>重命名场景...</translation>
    </message>
    <message>
        <source>Remove Scene</source>
        <translation>移除场景</translation>
    </message>
    <message>
        <source>&amp;Import Palette...</source>
        <translation>导入调色板(&amp;I)...</translation>
    </message>
    <message>
        <source>Read colours of GIMP, Adobe, OpenToonz or a table</source>
        <translation>读取 GIMP、Adobe、OpenToonz 或表格中的颜色</translation>
    </message>
    <message>
        <source>Ex&amp;port Palette...</source>
        <translation>导出调色板(&amp;P)...</translation>
    </message>
    <message>
        <source>Write the palette for GIMP, Adobe, OpenToonz or as a table</source>
        <translation>把调色板写成 GIMP、Adobe、OpenToonz 或表格格式</translation>
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
        <source>The most likely colours, then those used last: keys 1 to 5.
On the right: the colour in your hand</source>
        <translation>最可能的颜色，其后是最近用过的颜色：按键 1 到 5。
右端是手中的颜色</translation>
    </message>
    <message>
        <source>Point at a segment: its likely colours are on 1 to 5</source>
        <translation>指向一个区域：候选色在 1 到 5</translation>
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
        <source>What is locked keeps its colour</source>
        <translation>锁定的区域颜色不变</translation>
    </message>
    <message>
        <source>Point at a segment that has a colour</source>
        <translation>请指向一个有颜色的区域</translation>
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
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Scene from a Sheet</source>
        <translation>从色指定添加场景</translation>
    </message>
    <message>
        <source>Palettes</source>
        <translation>调色板</translation>
    </message>
    <message>
        <source>Import Palette</source>
        <translation>导入调色板</translation>
    </message>
    <message>
        <source>Export Palette</source>
        <translation>导出调色板</translation>
    </message>
    <message>
        <source>Its colours can be added to the palette, or be those of another scene: matched by name, or by their order.</source>
        <translation>其中的颜色可以加入调色板，也可以作为另一场景的颜色：按名称或顺序对应。</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Scene</source>
        <translation>场景(&amp;S)</translation>
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
        <source>Where are the files of %1 now?</source>
        <translation>%1 中的文件现在在哪里？</translation>
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
</context>
<context>
    <name>DustDialog</name>
    <message>
        <source>Remove Dust</source>
        <translation>清除杂点</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>Largest speck in pixels</source>
        <translation>杂点最大尺寸(像素)</translation>
    </message>
    <message>
        <source>In all frames</source>
        <translation>所有帧</translation>
    </message>
    <message>
        <source>Specks</source>
        <translation>杂点</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Specks up to:</source>
        <translation>杂点上限：</translation>
    </message>
    <message>
        <source>Looking for specks...</source>
        <translation>正在查找杂点...</translation>
    </message>
    <message>
        <source>line</source>
        <translation>线条</translation>
    </message>
    <message>
        <source>segment</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>1 speck takes the colour around it</source>
        <translation>1 个杂点将填成周围颜色</translation>
    </message>
    <message>
        <source>%1 specks take the colour around them</source>
        <translation>%1 个杂点将填成周围颜色</translation>
    </message>
    <message>
        <source>No specks</source>
        <translation>没有杂点</translation>
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
        <source>Lock segment</source>
        <translation>锁定区域</translation>
    </message>
    <message>
        <source>Lock %1 segments</source>
        <translation>锁定 %1 个区域</translation>
    </message>
    <message>
        <source>Unlock segment</source>
        <translation>解锁区域</translation>
    </message>
    <message>
        <source>Unlock %1 segments</source>
        <translation>解锁 %1 个区域</translation>
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
        <source>Add %1 colours</source>
        <translation>添加 %1 种颜色</translation>
    </message>
    <message>
        <source>Change %1 colours</source>
        <translation>更改 %1 种颜色</translation>
    </message>
    <message>
        <source>Assign colour</source>
        <translation>分配颜色</translation>
    </message>
    <message>
        <source>Assign colour %1</source>
        <translation>分配颜色 %1</translation>
    </message>
    <message>
        <source>Rename part %1</source>
        <translation>重命名部位 %1</translation>
    </message>
    <message>
        <source>Order colours</source>
        <translation>调整颜色顺序</translation>
    </message>
    <message>
        <source>Add variant %1</source>
        <translation>添加场景 %1</translation>
    </message>
    <message>
        <source>Rename variant %1</source>
        <translation>重命名场景 %1</translation>
    </message>
    <message>
        <source>Remove variant %1</source>
        <translation>移除场景 %1</translation>
    </message>
    <message>
        <source>Show variant %1</source>
        <translation>显示场景 %1</translation>
    </message>
    <message>
        <source>Change colours of variant %1</source>
        <translation>更改场景 %1 的颜色</translation>
    </message>
    <message>
        <source>Import palette %1</source>
        <translation>导入调色板 %1</translation>
    </message>
    <message>
        <source>Add sheet %1</source>
        <translation>添加色指定 %1</translation>
    </message>
    <message>
        <source>Use sheet %1</source>
        <translation>更改色指定 %1 的用法</translation>
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
    <message>
        <source>Take over changed drawing %1</source>
        <translation>采用已更改的线稿 %1</translation>
    </message>
    <message>
        <source>Take over %1 changed drawings</source>
        <translation>采用 %1 张已更改的线稿</translation>
    </message>
    <message>
        <source>Clear list of lost decisions</source>
        <translation>清空失去区域的决定列表</translation>
    </message>
    <message>
        <source>Erase barriers</source>
        <translation>擦除隔断线</translation>
    </message>
    <message>
        <source>Split segment</source>
        <translation>拆分区域</translation>
    </message>
    <message>
        <source>Merge segments</source>
        <translation>合并区域</translation>
    </message>
    <message>
        <source>Take segments apart</source>
        <translation>分开合并的区域</translation>
    </message>
    <message>
        <source>Draw trace line</source>
        <translation>画色线</translation>
    </message>
    <message>
        <source>Erase trace line</source>
        <translation>擦除色线</translation>
    </message>
    <message>
        <source>Mark segments</source>
        <translation>标记区域</translation>
    </message>
    <message>
        <source>Erase marks</source>
        <translation>擦除标记</translation>
    </message>
    <message>
        <source>Remove speck</source>
        <translation>清除杂点</translation>
    </message>
    <message>
        <source>Remove %1 specks</source>
        <translation>清除 %1 个杂点</translation>
    </message>
</context>
<context>
    <name>EntryCard</name>
    <message>
        <source>Colour of the entry</source>
        <translation>此颜色</translation>
    </message>
    <message>
        <source>Name of the colour</source>
        <translation>颜色名称</translation>
    </message>
    <message>
        <source>Value: #RRGGBB, or red, green and blue</source>
        <translation>色值：#RRGGBB，或红、绿、蓝</translation>
    </message>
    <message>
        <source>Part that the colour paints</source>
        <translation>此颜色所属的部位</translation>
    </message>
    <message>
        <source>Tone of the part</source>
        <translation>部位的明暗</translation>
    </message>
    <message>
        <source>Mark the segments that use this colour</source>
        <translation>标出使用此颜色的区域</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部位</translation>
    </message>
    <message>
        <source>Edit...</source>
        <translation>编辑...</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>%1 here, %2 in all frames</source>
        <translation>本帧 %1，所有帧 %2</translation>
    </message>
    <message>
        <source>%1 is no colour; write #FF8000, or 255 128 0</source>
        <translation>%1 不是颜色；请写成 #FF8000 或 255 128 0</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Something Went Wrong</source>
        <translation>程序出了问题</translation>
    </message>
    <message>
        <source>PaintAssist made a mistake. You can go on painting.</source>
        <translation>PaintAssist 出了错。您可以继续上色。</translation>
    </message>
    <message>
        <source>If it happens again, copy this report and send it to those who maintain PaintAssist. It holds no picture, and nothing is sent by itself.</source>
        <translation>如果再次发生，请复制此报告并发给 PaintAssist 的维护者。报告不含图片，也不会自动发送。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>&amp;Copy Report</source>
        <translation>复制报告(&amp;C)</translation>
    </message>
    <message>
        <source>Open &amp;Log Folder</source>
        <translation>打开日志文件夹(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Save Work...</source>
        <translation>保存工作(&amp;S)...</translation>
    </message>
    <message>
        <source>&amp;Go On</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message>
        <source>Your work is safe: every edit is kept in %1.</source>
        <translation>您的工作是安全的：每次修改都已存入 %1。</translation>
    </message>
    <message>
        <source>Your work is in no file yet; save it now.</source>
        <translation>您的工作还没有存入文件，请立即保存。</translation>
    </message>
    <message>
        <source>No work is lost.</source>
        <translation>没有丢失任何工作。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>ErrorWatch</name>
    <message>
        <source>PaintAssist made a mistake (%1); the log has the details</source>
        <translation>PaintAssist 出错(%1)；详情见日志</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>PNG, as in the window</source>
        <translation>PNG，与窗口所见一致</translation>
    </message>
    <message>
        <source>TGA for RETAS, white is transparent</source>
        <translation>RETAS 用 TGA，白色为透明</translation>
    </message>
    <message>
        <source>TGA for OpenToonz, with alpha</source>
        <translation>OpenToonz 用 TGA，带 Alpha</translation>
    </message>
    <message>
        <source>PNG, a file for each layer</source>
        <translation>PNG，每个图层一个文件</translation>
    </message>
    <message>
        <source>Photoshop, with layers</source>
        <translation>Photoshop，带图层</translation>
    </message>
    <message>
        <source>OpenRaster, with layers</source>
        <translation>OpenRaster，带图层</translation>
    </message>
    <message>
        <source>TIFF</source>
        <translation>TIFF</translation>
    </message>
    <message>
        <source>PNG, 256 colours</source>
        <translation>PNG，256 色</translation>
    </message>
    <message>
        <source>TGA, 32 bits</source>
        <translation>TGA，32 位</translation>
    </message>
    <message>
        <source>TGA, 24 bits</source>
        <translation>TGA，24 位</translation>
    </message>
    <message>
        <source>Main line</source>
        <translation>主线</translation>
    </message>
    <message>
        <source>Trace line</source>
        <translation>色线</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>上色</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>阴影</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>高光</translation>
    </message>
    <message>
        <source>Composite</source>
        <translation>合成</translation>
    </message>
    <message>
        <source>Another size</source>
        <translation>尺寸不同</translation>
    </message>
    <message>
        <source>Lines changed</source>
        <translation>线条有变</translation>
    </message>
    <message>
        <source>Missing from the timesheet</source>
        <translation>不在摄影表中</translation>
    </message>
    <message>
        <source>Unpainted</source>
        <translation>漏涂</translation>
    </message>
    <message>
        <source>Trace line left over</source>
        <translation>残留色线</translation>
    </message>
    <message>
        <source>Temporary colour</source>
        <translation>临时色</translation>
    </message>
    <message>
        <source>Colour off the palette</source>
        <translation>调色板外的颜色</translation>
    </message>
    <message>
        <source>Half transparent</source>
        <translation>半透明</translation>
    </message>
    <message>
        <source>Colour jumps</source>
        <translation>颜色跳变</translation>
    </message>
    <message>
        <source>Speck</source>
        <translation>杂点</translation>
    </message>
    <message>
        <source>segment %1</source>
        <translation>区域 %1</translation>
    </message>
    <message>
        <source>1 pixel</source>
        <translation>1 像素</translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation>%1 像素</translation>
    </message>
    <message>
        <source>flash</source>
        <translation>一闪</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>&amp;Inspect Again</source>
        <translation>重新检查(&amp;I)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>1 file: %2</source>
        <translation>1 个文件：%2</translation>
    </message>
    <message>
        <source>%1 files: %2</source>
        <translation>%1 个文件：%2</translation>
    </message>
    <message>
        <source>1 is there already</source>
        <translation>1 个已存在</translation>
    </message>
    <message>
        <source>%1 are there already</source>
        <translation>%1 个已存在</translation>
    </message>
    <message>
        <source>&amp;Export Anyway</source>
        <translation>仍然导出(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>Writing, and reading back what was written...</source>
        <translation>正在写入并读回核对...</translation>
    </message>
    <message>
        <source>Inspecting...</source>
        <translation>正在检查...</translation>
    </message>
    <message>
        <source>Not inspected yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>Nothing is wrong</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>1 thing to look at; click to go there</source>
        <translation>有 1 处需要查看；点击可转到</translation>
    </message>
    <message>
        <source>%1 things to look at; click to go there</source>
        <translation>有 %1 处需要查看；点击可转到</translation>
    </message>
    <message>
        <source>Something changed since; it is inspected again before export</source>
        <translation>之后有改动；导出前会再检查一次</translation>
    </message>
    <message>
        <source>1 file written and read back</source>
        <translation>已写入并核对 1 个文件</translation>
    </message>
    <message>
        <source>%1 files written and read back</source>
        <translation>已写入并核对 %1 个文件</translation>
    </message>
    <message>
        <source>1 was there with the same content</source>
        <translation>1 个已有相同内容</translation>
    </message>
    <message>
        <source>%1 were there with the same content</source>
        <translation>%1 个已有相同内容</translation>
    </message>
    <message>
        <source>stopped, export again to go on</source>
        <translation>已停止，再次导出即可继续</translation>
    </message>
    <message>
        <source>1 is not as it should be, see report.json</source>
        <translation>1 个不符合预期，见 report.json</translation>
    </message>
    <message>
        <source>%1 are not as they should be, see report.json</source>
        <translation>%1 个不符合预期，见 report.json</translation>
    </message>
</context>
<context>
    <name>ExportFlow</name>
    <message>
        <source>Inspection</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>&amp;Preset</source>
        <translation>预设(&amp;P)</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>File &amp;names</source>
        <translation>文件名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Cut and cel</source>
        <translation>镜头和层(&amp;C)</translation>
    </message>
    <message>
        <source>F&amp;rames</source>
        <translation>帧(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Save As...</source>
        <translation>另存为(&amp;S)...</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>删除(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Browse...</source>
        <translation>浏览(&amp;B)...</translation>
    </message>
    <message>
        <source>Co&amp;mpress without loss</source>
        <translation>无损压缩(&amp;M)</translation>
    </message>
    <message>
        <source>Replace files that e&amp;xist</source>
        <translation>覆盖已有文件(&amp;X)</translation>
    </message>
    <message>
        <source>Write the &amp;timesheet along</source>
        <translation>同时写出摄影表(&amp;T)</translation>
    </message>
    <message>
        <source>all, or numbers such as 1-12, 20</source>
        <translation>全部，或如 1-12, 20 的编号</translation>
    </message>
    <message>
        <source>cel: from the names</source>
        <translation>层：取自文件名</translation>
    </message>
    <message>
        <source>{cut}, {cel}, {name}, {layer}, {frame:04d} and {index:04d} are filled in</source>
        <translation>{cut}、{cel}、{name}、{layer}、{frame:04d} 和 {index:04d} 会被替换</translation>
    </message>
    <message>
        <source>Save Preset</source>
        <translation>保存预设</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>导出 %1</translation>
    </message>
    <message>
        <source>32 bits: as it is, for every machine</source>
        <translation>32 位：原样，适用于所有机器</translation>
    </message>
    <message>
        <source>16 bits beside them: faster on a GPU</source>
        <translation>另加 16 位：在 GPU 上更快</translation>
    </message>
    <message>
        <source>8 bits: faster on a CPU, nearly the same colours</source>
        <translation>8 位：在 CPU 上更快，颜色几乎相同</translation>
    </message>
    <message>
        <source>among your models</source>
        <translation>在您的模型中</translation>
    </message>
    <message>
        <source>Folder...</source>
        <translation>文件夹...</translation>
    </message>
    <message>
        <source>&amp;Precision</source>
        <translation>精度(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Where</source>
        <translation>位置(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
</context>
<context>
    <name>FigureList</name>
    <message>
        <source>Figure</source>
        <translation>图</translation>
    </message>
    <message>
        <source>View</source>
        <translation>朝向</translation>
    </message>
    <message>
        <source>Mirrored too</source>
        <translation>含镜像</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Figure %1</source>
        <translation>图 %1</translation>
    </message>
</context>
<context>
    <name>FigureUse</name>
    <message>
        <source>In use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Whether this sheet lends its colours</source>
        <translation>是否用此色指定的颜色作建议</translation>
    </message>
    <message>
        <source>Mirrored too</source>
        <translation>含镜像</translation>
    </message>
    <message>
        <source>Whether its mirror image lends colours as well</source>
        <translation>是否也用其镜像的颜色作建议</translation>
    </message>
    <message>
        <source>From where the figure is seen</source>
        <translation>图的朝向</translation>
    </message>
    <message>
        <source>View</source>
        <translation>朝向</translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>&amp;Backups...</source>
        <translation>备份(&amp;B)...</translation>
    </message>
    <message>
        <source>untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <translation>%1 副本</translation>
    </message>
    <message>
        <source>Save &amp;Elsewhere...</source>
        <translation>保存到别处(&amp;E)...</translation>
    </message>
    <message>
        <source>Go On in &amp;Memory</source>
        <translation>在内存中继续(&amp;M)</translation>
    </message>
    <message>
        <source>Saved; from now on every edit is kept in %1 at once</source>
        <translation>已保存；此后每次修改都会立即存入 %1</translation>
    </message>
    <message>
        <source>there is nothing to export yet; open frames first</source>
        <translation>还没有可导出的内容；请先打开线稿</translation>
    </message>
    <message>
        <source>%1 was painted on until %2 and never saved</source>
        <translation>%1 最后编辑于 %2，从未保存</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Delete %1 for good?</source>
        <translation>永久删除 %1 吗？</translation>
    </message>
</context>
<context>
    <name>FindingList</name>
    <message>
        <source>Inspection</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>... and %1 more</source>
        <translation>... 还有 %1 条</translation>
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
        <source>Stop (%1 of %2 frames compared)</source>
        <translation>停止(已比较 %1 / %2 帧)</translation>
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
    <name>GapDesk</name>
    <message>
        <source>Nothing leaks here: no way out is narrower than the place</source>
        <translation>此处没有漏口：没有比这里更窄的出口</translation>
    </message>
    <message>
        <source>The fill runs out here, through %1 px; Shift+click closes it</source>
        <translation>填充从此处 %1 像素的缝隙外溢；Shift+单击可封闭</translation>
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
    <message>
        <source>1 place would close</source>
        <translation>将封闭 1 处</translation>
    </message>
    <message>
        <source>%1 places would close</source>
        <translation>将封闭 %1 处</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 像素</translation>
    </message>
</context>
<context>
    <name>Helper</name>
    <message>
        <source>This met an error of ours (%1); the log has the details</source>
        <translation>程序出错(%1)；详情见日志</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Older steps that are forgotten: %1</source>
        <translation>不再保留的较早步骤：%1</translation>
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
    <name>Keeper</name>
    <message>
        <source>A copy was saved as %1</source>
        <translation>副本已保存为 %1</translation>
    </message>
    <message>
        <source>Your work is in memory now; save it somewhere else soon</source>
        <translation>您的工作现在在内存中；请尽快保存到别处</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>%1 is kept</source>
        <translation>已保留%1</translation>
    </message>
    <message>
        <source>Nothing differs from %1</source>
        <translation>与%1没有差别</translation>
    </message>
    <message>
        <source>Gone back to %1; what was there before is a version, too</source>
        <translation>已回到%1；之前的状态也保留为版本</translation>
    </message>
    <message>
        <source>The backup of %1 is restored; what was there before is a backup, too</source>
        <translation>已恢复 %1 的备份；之前的状态也保留为备份</translation>
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
    <name>LayerList</name>
    <message>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>line art</source>
        <translation>线稿</translation>
    </message>
    <message>
        <source>paint</source>
        <translation>上色</translation>
    </message>
</context>
<context>
    <name>LineDialog</name>
    <message>
        <source>Highlight</source>
        <translation>高光</translation>
    </message>
    <message>
        <source>Shadow 1</source>
        <translation>1号影</translation>
    </message>
    <message>
        <source>Shadow 2</source>
        <translation>2号影</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>belongs to its smallest neighbour</source>
        <translation>归入最小的相邻区域</translation>
    </message>
    <message>
        <source>belongs to its largest neighbour</source>
        <translation>归入最大的相邻区域</translation>
    </message>
    <message>
        <source>belongs to whom it touches most</source>
        <translation>归入接触最多的区域</translation>
    </message>
    <message>
        <source>is a segment of its own</source>
        <translation>自成一个区域</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Either shadow</source>
        <translation>任一阴影</translation>
    </message>
    <message>
        <source>Only the part</source>
        <translation>仅部位</translation>
    </message>
    <message>
        <source>&amp;Red lines</source>
        <translation>红线(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Blue lines</source>
        <translation>蓝线(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Green lines</source>
        <translation>绿线(&amp;G)</translation>
    </message>
    <message>
        <source>How Line Art Is Read</source>
        <translation>线稿读取方式</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Line threshold</source>
        <translation>线条阈值</translation>
    </message>
    <message>
        <source>&amp;Darkness of a line:</source>
        <translation>线条深度(&amp;D)：</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1：</translation>
    </message>
    <message>
        <source>Areas take the &amp;tone that their trace line means</source>
        <translation>区域采用其色线所示的明暗(&amp;T)</translation>
    </message>
    <message>
        <source>What %1 bound</source>
        <translation>%1所围的内容</translation>
    </message>
    <message>
        <source>Where %1 belong</source>
        <translation>%1的归属</translation>
    </message>
    <message>
        <source>Filled with</source>
        <translation>填充色</translation>
    </message>
    <message>
        <source>means</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>of the part</source>
        <translation>所属部位</translation>
    </message>
    <message>
        <source>Guide colours</source>
        <translation>指示色</translation>
    </message>
    <message>
        <source>Areas filled in by the animator</source>
        <translation>原动画预涂的区域</translation>
    </message>
    <message>
        <source>&amp;Add...</source>
        <translation>添加(&amp;A)...</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Usual Colours</source>
        <translation>常用颜色(&amp;U)</translation>
    </message>
    <message>
        <source>Guide colour</source>
        <translation>指示色</translation>
    </message>
    <message>
        <source>Meaning of the guide colour</source>
        <translation>指示色的含义</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Part that the guide colour speaks of</source>
        <translation>指示色所指的部位</translation>
    </message>
</context>
<context>
    <name>LostPanel</name>
    <message>
        <source>Clear List</source>
        <translation>清空列表</translation>
    </message>
    <message>
        <source>Decisions without a segment</source>
        <translation>失去区域的决定</translation>
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
        <source>Lost</source>
        <translation>丢失</translation>
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
    <name>MarkDesk</name>
    <message>
        <source>Choose a colour first: click one in the palette</source>
        <translation>请先选颜色：点击调色板中的颜色</translation>
    </message>
    <message>
        <source>This colour belongs to no part yet; give it one in the palette</source>
        <translation>此颜色还没有部位；请在调色板中设定</translation>
    </message>
    <message>
        <source>Marked as %1</source>
        <translation>已标记为 %1</translation>
    </message>
    <message>
        <source>Marks taken back</source>
        <translation>已取消标记</translation>
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
        <source>Message</source>
        <translation>消息</translation>
    </message>
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
        <source>&amp;Export...</source>
        <translation>导出(&amp;E)...</translation>
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
    <name>PaletteDesk</name>
    <message>
        <source>Choose a colour first: click one in the palette</source>
        <translation>请先选颜色：点击调色板中的颜色</translation>
    </message>
    <message>
        <source>%1 copied</source>
        <translation>已复制 %1</translation>
    </message>
    <message>
        <source>No frame uses this colour</source>
        <translation>没有帧使用此颜色</translation>
    </message>
</context>
<context>
    <name>PaletteModel</name>
    <message>
        <source>HL</source>
        <translation>高</translation>
    </message>
    <message>
        <source>N</source>
        <translation>正</translation>
    </message>
    <message>
        <source>S1</source>
        <translation>1影</translation>
    </message>
    <message>
        <source>S2</source>
        <translation>2影</translation>
    </message>
    <message>
        <source>Double click adds a temporary colour</source>
        <translation>双击添加临时色</translation>
    </message>
    <message>
        <source>transparent</source>
        <translation>透明</translation>
    </message>
    <message>
        <source>temporary colour</source>
        <translation>临时色</translation>
    </message>
    <message>
        <source>Segments: %1 here, %2 in all frames</source>
        <translation>区域：本帧 %1，所有帧 %2</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部位</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Segments in this frame / in all frames</source>
        <translation>区域数：本帧 / 所有帧</translation>
    </message>
</context>
<context>
    <name>PalettePanel</name>
    <message>
        <source>Palette</source>
        <translation>调色板</translation>
    </message>
    <message>
        <source>Search colours</source>
        <translation>查找颜色</translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Show the colours of a scene; every frame follows</source>
        <translation>显示某一场景的颜色；所有帧随之变化</translation>
    </message>
    <message>
        <source>What can be done with colours</source>
        <translation>颜色操作</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
</context>
<context>
    <name>PaletteScenes</name>
    <message>
        <source>There is one scene only; add another first</source>
        <translation>只有一个场景；请先添加</translation>
    </message>
    <message>
        <source>Add Scene</source>
        <translation>添加场景</translation>
    </message>
    <message>
        <source>Name, such as night</source>
        <translation>名称，如夜景</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Comparing %1 with the sheets</source>
        <translation>正在将 %1 与色指定比对</translation>
    </message>
    <message>
        <source>%1 shows none of the sheets in other colours; export it at the size of one, or add it as a sheet</source>
        <translation>%1 不是任何色指定的异色版；请按色指定的尺寸导出，或将其添加为色指定</translation>
    </message>
    <message>
        <source>The palette changed meanwhile; add the scene again</source>
        <translation>调色板在此期间有变；请重新添加场景</translation>
    </message>
    <message>
        <source>Rename Scene</source>
        <translation>重命名场景</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The last scene stays</source>
        <translation>最后一个场景不能移除</translation>
    </message>
    <message>
        <source>%1 colours read from %2</source>
        <translation>已从 %2 读取 %1 种颜色</translation>
    </message>
    <message>
        <source>1 colour read from %2</source>
        <translation>已从 %2 读取 1 种颜色</translation>
    </message>
    <message>
        <source>palette</source>
        <translation>调色板</translation>
    </message>
    <message>
        <source>Palette written to %1</source>
        <translation>调色板已写入 %1</translation>
    </message>
</context>
<context>
    <name>PastDialog</name>
    <message>
        <source>Versions and Backups</source>
        <translation>版本和备份</translation>
    </message>
    <message>
        <source>&amp;Versions</source>
        <translation>版本(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Backups</source>
        <translation>备份(&amp;B)</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Painted</source>
        <translation>已决定</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>&amp;Go Back</source>
        <translation>回到此处(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>Save a &amp;Copy...</source>
        <translation>保存副本(&amp;C)...</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Ctrl+S keeps a version in the project. Going back keeps what is there now as a version, too.</source>
        <translation>按 Ctrl+S 在项目中保留一个版本。返回时，现在的状态也会保留为版本。</translation>
    </message>
    <message>
        <source>Copies are made when a project is opened and every hour. Going back keeps what is there now as a backup, too.</source>
        <translation>打开项目时和每小时都会备份。返回时，现在的状态也会保留为备份。</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>Delete %1 for good?</source>
        <translation>永久删除 %1 吗？</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>%1 [read-only]</source>
        <translation>%1 [只读]</translation>
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
    <name>ProjectRow</name>
    <message>
        <source>its model, shape and movement together</source>
        <translation>模型、形状和运动结合</translation>
    </message>
    <message>
        <source>its model alone</source>
        <translation>仅模型</translation>
    </message>
    <message>
        <source>shape and movement, without a model</source>
        <translation>形状和运动，不用模型</translation>
    </message>
    <message>
        <source>&amp;Use in This Project</source>
        <translation>用于此项目(&amp;U)</translation>
    </message>
    <message>
        <source>It proposes &amp;with</source>
        <translation>建议方式(&amp;W)</translation>
    </message>
    <message>
        <source>This project&apos;s model is %1.</source>
        <translation>此项目的模型是 %1。</translation>
    </message>
    <message>
        <source>This project&apos;s model, %1, is not here; %2 stands in for it.</source>
        <translation>此项目的模型 %1 不在这里；以 %2 代替。</translation>
    </message>
</context>
<context>
    <name>ReadingForm</name>
    <message>
        <source>Reading the drawing</source>
        <translation>画面读取</translation>
    </message>
    <message>
        <source>Line colour</source>
        <translation>线条颜色</translation>
    </message>
    <message>
        <source>Line &amp;threshold</source>
        <translation>线条阈值(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Colour tolerance</source>
        <translation>颜色容差(&amp;C)</translation>
    </message>
    <message>
        <source>Show the &amp;areas found</source>
        <translation>显示找到的区域(&amp;A)</translation>
    </message>
    <message>
        <source>Show the &amp;lines found</source>
        <translation>显示找到的线条(&amp;L)</translation>
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
    <name>Retoucher</name>
    <message>
        <source>Retouching</source>
        <translation>正在修整</translation>
    </message>
    <message>
        <source>Nothing changed</source>
        <translation>没有变化</translation>
    </message>
    <message>
        <source>1 segment more than before</source>
        <translation>多出 1 个区域</translation>
    </message>
    <message>
        <source>%1 segments more than before</source>
        <translation>多出 %1 个区域</translation>
    </message>
    <message>
        <source>1 segment fewer than before</source>
        <translation>减少 1 个区域</translation>
    </message>
    <message>
        <source>%1 segments fewer than before</source>
        <translation>减少 %1 个区域</translation>
    </message>
    <message>
        <source>As many segments as before</source>
        <translation>区域数不变</translation>
    </message>
</context>
<context>
    <name>Reviewer</name>
    <message>
        <source>Nothing is doubtful any more</source>
        <translation>已没有存疑之处</translation>
    </message>
    <message>
        <source>There is nothing to accept</source>
        <translation>没有可采纳的建议</translation>
    </message>
    <message>
        <source>1 segment accepted</source>
        <translation>已采纳 1 个区域</translation>
    </message>
    <message>
        <source>%1 segments accepted</source>
        <translation>已采纳 %1 个区域</translation>
    </message>
    <message>
        <source>Point at a segment that has a colour</source>
        <translation>请指向一个有颜色的区域</translation>
    </message>
    <message>
        <source>Following the part through the frames...</source>
        <translation>正在逐帧跟踪该部位...</translation>
    </message>
    <message>
        <source>Nothing is doubtful up to the last frame</source>
        <translation>直到最后一帧都没有存疑之处</translation>
    </message>
    <message>
        <source>This frame has no segments yet; carry on once it has</source>
        <translation>本帧还没有区域；读取完成后再继续</translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <source>Import Sheet: %1</source>
        <translation>导入色指定：%1</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Swatches</source>
        <translation>色块</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>&amp;Names from File...</source>
        <translation>从文件取名称(&amp;N)...</translation>
    </message>
    <message>
        <source>Could not be read for certain:</source>
        <translation>未能可靠读取：</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>添加(&amp;D)</translation>
    </message>
    <message>
        <source>Same drawing in other colours</source>
        <translation>同一画面的异色版</translation>
    </message>
    <message>
        <source>Name of the scene</source>
        <translation>场景名称</translation>
    </message>
    <message>
        <source>Sheet picture</source>
        <translation>色指定图</translation>
    </message>
    <message>
        <source>Take its colours as a scene of %1, position by position</source>
        <translation>按位置对应，作为 %1 的一个场景</translation>
    </message>
    <message>
        <source>1 figure</source>
        <translation>1 张图</translation>
    </message>
    <message>
        <source>%1 figures</source>
        <translation>%1 张图</translation>
    </message>
    <message>
        <source>1 swatch</source>
        <translation>1 个色块</translation>
    </message>
    <message>
        <source>%1 swatches</source>
        <translation>%1 个色块</translation>
    </message>
    <message>
        <source>nothing; everything was read</source>
        <translation>无；已全部读取</translation>
    </message>
    <message>
        <source>Names from File</source>
        <translation>从文件取名称</translation>
    </message>
    <message>
        <source>Reading %1...</source>
        <translation>正在读取 %1...</translation>
    </message>
</context>
<context>
    <name>SheetImporter</name>
    <message>
        <source>Looking at %1...</source>
        <translation>正在查看 %1...</translation>
    </message>
    <message>
        <source>part %1</source>
        <translation>部位 %1</translation>
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
    <name>SourceWatch</name>
    <message>
        <source>1 drawing was found in another place</source>
        <translation>在别处找到了 1 张线稿</translation>
    </message>
    <message>
        <source>%1 drawings were found elsewhere</source>
        <translation>在别处找到了 %1 张线稿</translation>
    </message>
    <message>
        <source>%2 was changed since it was read</source>
        <translation>%2 在读取后有改动</translation>
    </message>
    <message>
        <source>%1 drawings were changed since they were read</source>
        <translation>%1 张线稿在读取后有改动</translation>
    </message>
    <message>
        <source>&amp;Take Over</source>
        <translation>采用(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Not Now</source>
        <translation>暂不(&amp;N)</translation>
    </message>
    <message>
        <source>1 decision kept</source>
        <translation>保留 1 个决定</translation>
    </message>
    <message>
        <source>%1 decisions kept</source>
        <translation>保留 %1 个决定</translation>
    </message>
    <message>
        <source>1 found no segment</source>
        <translation>1 个找不到区域</translation>
    </message>
    <message>
        <source>%1 found no segment</source>
        <translation>%1 个找不到区域</translation>
    </message>
    <message>
        <source>sheet %2 was changed since it was read</source>
        <translation>色指定 %2 在读取后有改动</translation>
    </message>
    <message>
        <source>%1 sheets were changed since they were read</source>
        <translation>%1 张色指定在读取后有改动</translation>
    </message>
    <message>
        <source>&amp;Read Again</source>
        <translation>重新读取(&amp;R)</translation>
    </message>
    <message>
        <source>%3 is not in %2 any more; you can paint on without it</source>
        <translation>%3 已不在 %2 中；没有它也可以继续上色</translation>
    </message>
    <message>
        <source>%1 drawings are not in %2 any more; you can paint on without them</source>
        <translation>%1 张线稿已不在 %2 中；没有它们也可以继续上色</translation>
    </message>
    <message>
        <source>&amp;Find Folder...</source>
        <translation>查找文件夹(&amp;F)...</translation>
    </message>
    <message>
        <source>none of the drawings is in %1; choose another folder</source>
        <translation>%1 中没有这些线稿；请选择其他文件夹</translation>
    </message>
</context>
<context>
    <name>Spread</name>
    <message>
        <source>The last corrections changed nothing elsewhere</source>
        <translation>上次修正没有改变别处</translation>
    </message>
    <message>
        <source>Changed: %1 of %2</source>
        <translation>变化处：%1 / %2</translation>
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
    <name>SwatchList</name>
    <message>
        <source>Part</source>
        <translation>部位</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>明暗</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Swatches</source>
        <translation>色块</translation>
    </message>
    <message>
        <source>part %1</source>
        <translation>部位 %1</translation>
    </message>
</context>
<context>
    <name>Told</name>
    <message>
        <source>%1 has %2 segments, more than the limit of %3; check that it is clean line art or a flat painting</source>
        <translation>%1 有 %2 个区域，超过上限 %3；请确认它是干净的线稿或平涂的画</translation>
    </message>
    <message>
        <source>%1 is painted but has no swatch; it is used as it is</source>
        <translation>%1 已涂但没有色块；按原样使用</translation>
    </message>
    <message>
        <source>%1 more colours are painted but have no swatch</source>
        <translation>另有 %1 种颜色已涂但没有色块</translation>
    </message>
    <message>
        <source>figure %1 has no closed area; lower the line threshold</source>
        <translation>图 %1 没有封闭的区域；请降低线条阈值</translation>
    </message>
    <message>
        <source>the swatch %1 (part %2, %3) is in no figure</source>
        <translation>色块 %1(部位 %2，%3)不在任何图中</translation>
    </message>
    <message>
        <source>figure %1: %2 areas are blends alone, their colours are left open</source>
        <translation>图 %1：%2 处只有混合色，其颜色保持未定</translation>
    </message>
    <message>
        <source>frame &apos;%1&apos; has no line art; add its file again</source>
        <translation>帧“%1”没有线稿；请重新添加其文件</translation>
    </message>
    <message>
        <source>%1 has no closed segment, it is line all over; check the file or the line threshold</source>
        <translation>%1 全是线条，没有封闭的区域；请检查文件或线条阈值</translation>
    </message>
    <message>
        <source>%1 has no closed segment; check the file</source>
        <translation>%1 没有封闭的区域；请检查文件</translation>
    </message>
    <message>
        <source>%1 is %2 x %3 but its line art %4 is %5 x %6; export both at one size</source>
        <translation>%1 为 %2 x %3，而其线稿 %4 为 %5 x %6；请以同一尺寸导出</translation>
    </message>
    <message>
        <source>%1 is no colour book; it must list parts with their highlight, normal, shadow 1 and shadow 2</source>
        <translation>%1 不是颜色表；其中须按部位列出高光、正常、1号影和2号影</translation>
    </message>
    <message>
        <source>%1: the part &apos;%2&apos; needs one to four colours: highlight, normal, shadow 1, shadow 2</source>
        <translation>%1：部位“%2”需要一到四种颜色：高光、正常、1号影、2号影</translation>
    </message>
    <message>
        <source>%1 is too large for a colour book; check that it is one</source>
        <translation>%1 作为颜色表过大；请确认文件</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2); export it again</source>
        <translation>%1 无法读取(%2)；请重新导出</translation>
    </message>
    <message>
        <source>%1: the %2 of &apos;%3&apos; is no colour; write it as [red, green, blue] with 0 to 255 each</source>
        <translation>%1：“%3”的 %2 不是颜色；请写成 [红, 绿, 蓝]，各为 0 到 255</translation>
    </message>
    <message>
        <source>%1 is truncated or damaged (%2); save or copy it again</source>
        <translation>%1 不完整或已损坏(%2)；请重新保存或复制</translation>
    </message>
    <message>
        <source>%1 has nothing to paint, every pixel is line; check that it is line art on white or transparent</source>
        <translation>%1 没有可上色之处，每个像素都是线条；请确认它是白底或透明底的线稿</translation>
    </message>
    <message>
        <source>no line found in %1; check that it is line art, not blank or too faint</source>
        <translation>%1 中找不到线条；请确认它是线稿，而不是空白或过淡</translation>
    </message>
    <message>
        <source>%1 is %2 x %3 pixels; save it again</source>
        <translation>%1 为 %2 x %3 像素；请重新保存</translation>
    </message>
    <message>
        <source>%1 is %2 x %3 pixels, more than the limit of %4 a side and %5 megapixels; scale it down or crop it</source>
        <translation>%1 为 %2 x %3 像素，超过每边 %4、共 %5 百万像素的上限；请缩小或裁剪</translation>
    </message>
    <message>
        <source>%1 does not exist; check the name</source>
        <translation>%1 不存在；请检查名称</translation>
    </message>
    <message>
        <source>%1 is a folder, not an image; name a file in it</source>
        <translation>%1 是文件夹而不是图像；请指定其中的文件</translation>
    </message>
    <message>
        <source>%1 cannot be read, permission is denied; change its permissions</source>
        <translation>%1 无法读取，没有权限；请更改其权限</translation>
    </message>
    <message>
        <source>%1 is not an image of a kind we read; save it as one of %2</source>
        <translation>%1 不是可读取的图像格式；请存为以下之一：%2</translation>
    </message>
    <message>
        <source>%1 does not fit into memory; scale it down or close programs</source>
        <translation>%1 超出内存；请缩小或关闭其他程序</translation>
    </message>
    <message>
        <source>%1 has floating-point pixels; save it with 8 or 16 bits a channel</source>
        <translation>%1 为浮点像素；请以每通道 8 或 16 位保存</translation>
    </message>
    <message>
        <source>%1 is %2, so its colours are not exact; save it as RGB</source>
        <translation>%1 为 %2，颜色不准确；请存为 RGB</translation>
    </message>
    <message>
        <source>%1 is empty (0 bytes); save or copy it again</source>
        <translation>%1 为空(0 字节)；请重新保存或复制</translation>
    </message>
    <message>
        <source>%1 has a colour profile of its own; its RGB values are taken as they are, convert it to sRGB if it looks different elsewhere</source>
        <translation>%1 带有自己的颜色配置文件；直接采用其 RGB 值，若在别处显示不同请转换为 sRGB</translation>
    </message>
    <message>
        <source>%1 is a JPEG, whose compression changes colours and blurs lines; use PNG or TGA if you can</source>
        <translation>%1 是 JPEG，压缩会改变颜色并模糊线条；请尽量使用 PNG 或 TGA</translation>
    </message>
    <message>
        <source>%1 is a Clip Studio file, which cannot be read here; save it there as PSD (File &gt; Save Duplicate) and open that</source>
        <translation>%1 是 CLIP STUDIO 文件，无法在此读取；请在那里另存为 PSD(文件 &gt; 保存副本)后打开</translation>
    </message>
    <message>
        <source>%1 has a list of layers that is too long; save it again</source>
        <translation>%1 的图层列表过长；请重新保存</translation>
    </message>
    <message>
        <source>%1 has a list of layers with rules of its own; save it again</source>
        <translation>%1 的图层列表含有自定规则；请重新保存</translation>
    </message>
    <message>
        <source>layer &apos;%1&apos; of %2 is blended by %3; merge it to be exact</source>
        <translation>%2 的图层“%1”使用混合模式 %3；请合并以保证准确</translation>
    </message>
    <message>
        <source>%1 has more than %2 layers; merge some of them</source>
        <translation>%1 的图层超过 %2 个；请合并一部分</translation>
    </message>
    <message>
        <source>%1 has %2 bits a channel; save it with 8 or 16 (Image &gt; Mode) and try again</source>
        <translation>%1 每通道 %2 位；请以 8 或 16 位保存(图像 &gt; 模式)后重试</translation>
    </message>
    <message>
        <source>reference %1 does not exist; check the name</source>
        <translation>参考图 %1 不存在；请检查名称</translation>
    </message>
    <message>
        <source>reference folder %1 has no painted images; put them into it or gt/</source>
        <translation>参考文件夹 %1 中没有已上色的图像；请放入其中或 gt/</translation>
    </message>
    <message>
        <source>%1 has no images; choose a folder with %2 files or with line/</source>
        <translation>%1 中没有图像；请选择含有 %2 文件或 line/ 的文件夹</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2); change its permissions or copy it</source>
        <translation>%1 无法读取(%2)；请更改其权限或复制</translation>
    </message>
    <message>
        <source>%1 has both %2 and %3; remove one, a frame&apos;s name must be unique</source>
        <translation>%1 中同时有 %2 和 %3；帧名必须唯一，请移除其一</translation>
    </message>
    <message>
        <source>all frames of %1 are painted; only %2 is used as a sheet</source>
        <translation>%1 的所有帧均已上色；只用 %2 作为色指定</translation>
    </message>
    <message>
        <source>%1 is neither an image nor a project; drop PNG, TGA, TIFF, BMP or PSD files</source>
        <translation>%1 既不是图像也不是项目；请拖入 PNG、TGA、TIFF、BMP 或 PSD 文件</translation>
    </message>
    <message>
        <source>not all frames are %1 x %2 pixels: %3; check that these are the right files</source>
        <translation>并非所有帧都是 %1 x %2 像素：%3；请确认文件是否正确</translation>
    </message>
    <message>
        <source>frame &apos;%1&apos; cannot be shown (%2); open its drawing again</source>
        <translation>帧“%1”无法显示(%2)；请重新打开其线稿</translation>
    </message>
    <message>
        <source>a colour is half transparent, which TGA with 24 bits cannot keep; choose TGA with 32 bits or another format</source>
        <translation>有半透明颜色，24 位 TGA 无法保存；请选择 32 位 TGA 或其他格式</translation>
    </message>
    <message>
        <source>%1 x %2 pixels are more than %3 can hold (%4 a side); choose PNG</source>
        <translation>%1 x %2 像素超过 %3 的上限(每边 %4)；请选择 PNG</translation>
    </message>
    <message>
        <source>there are %1 colours, more than the %2 of a PNG with a palette; choose PNG</source>
        <translation>共有 %1 种颜色，超过带调色板 PNG 的 %2 种；请选择 PNG</translation>
    </message>
    <message>
        <source>%1 is not a report of ours; choose another folder or move it away</source>
        <translation>%1 不是本程序的报告；请选择其他文件夹或将其移走</translation>
    </message>
    <message>
        <source>pattern &apos;%1&apos; must name a file inside the export folder; part folders by / and leave out drives and a leading /</source>
        <translation>文件名模式“%1”须指向导出文件夹内；文件夹用 / 分隔，不要写盘符和开头的 /</translation>
    </message>
    <message>
        <source>pattern &apos;%1&apos; ends in .%2 but %3 would be written; end it in .{ext} or leave the ending off</source>
        <translation>文件名模式“%1”以 .%2 结尾，但将写出 %3；请以 .{ext} 结尾或省略扩展名</translation>
    </message>
    <message>
        <source>pattern &apos;%1&apos; gives every frame the same name; add {name} or {frame:04d}</source>
        <translation>文件名模式“%1”使所有帧同名；请加入 {name} 或 {frame:04d}</translation>
    </message>
    <message>
        <source>pattern &apos;%1&apos; leads out of the export folder or too deep; change it</source>
        <translation>文件名模式“%1”超出导出文件夹或层级过深；请修改</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no range of frames; write them as 1-12, 20, 30-</source>
        <translation>“%1”不是帧范围；请写成 1-12, 20, 30-</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no range of frames; write the smaller number first</source>
        <translation>“%1”不是帧范围；请先写较小的编号</translation>
    </message>
    <message>
        <source>pattern &apos;%1&apos; has a brace too many or too few; check it</source>
        <translation>文件名模式“%1”的花括号不配对；请检查</translation>
    </message>
    <message>
        <source>pattern &apos;%1&apos; has the unknown field {%2}; use %3</source>
        <translation>文件名模式“%1”含有未知字段 {%2}；请使用 %3</translation>
    </message>
    <message>
        <source>pattern &apos;%1&apos; has a width that cannot be; write {frame:04d} for four digits</source>
        <translation>文件名模式“%1”的位数无效；四位数请写 {frame:04d}</translation>
    </message>
    <message>
        <source>pattern &apos;%1&apos; makes &apos;%2&apos;, which cannot be a file name everywhere; change the pattern or the name</source>
        <translation>文件名模式“%1”生成的“%2”在某些系统上不能作文件名；请修改模式或名称</translation>
    </message>
    <message>
        <source>no frame has a number in %1; check the range</source>
        <translation>没有编号在 %1 中的帧；请检查范围</translation>
    </message>
    <message>
        <source>there is nothing to export; open frames first</source>
        <translation>没有可导出的内容；请先打开线稿</translation>
    </message>
    <message>
        <source>%1 would lie outside %2, a link leads there; choose another folder</source>
        <translation>%1 经链接会落在 %2 之外；请选择其他文件夹</translation>
    </message>
    <message>
        <source>%1 is one of the drawings themselves; choose another folder or pattern</source>
        <translation>%1 就是线稿之一；请选择其他文件夹或文件名模式</translation>
    </message>
    <message>
        <source>&apos;%1&apos; and &apos;%2&apos; would both be written to %3; change the pattern &apos;%4&apos;, such as by adding {name} or {cel}</source>
        <translation>“%1”和“%2”都会写入 %3；请修改文件名模式“%4”，例如加入 {name} 或 {cel}</translation>
    </message>
    <message>
        <source>choose one format and one layer at least</source>
        <translation>请至少选择一种格式和一个图层</translation>
    </message>
    <message>
        <source>pattern &apos;%1&apos; writes all layers to one file; add {layer} to it</source>
        <translation>文件名模式“%1”会把所有图层写入同一文件；请加入 {layer}</translation>
    </message>
    <message>
        <source>two of the formats have the same ending, so one would replace the other; export them one by one</source>
        <translation>有两种格式的扩展名相同，会互相覆盖；请逐一导出</translation>
    </message>
    <message>
        <source>there is no preset &apos;%1&apos;; there are %2</source>
        <translation>没有预设“%1”；现有 %2</translation>
    </message>
    <message>
        <source>a preset needs a name; type one</source>
        <translation>预设需要名称；请输入</translation>
    </message>
    <message>
        <source>%1 was made by a newer PaintAssist (version %2); update PaintAssist</source>
        <translation>%1 由较新的 PaintAssist(版本 %2)生成；请更新 PaintAssist</translation>
    </message>
    <message>
        <source>%1 has a preset that cannot be used: %2</source>
        <translation>%1 中有无法使用的预设：%2</translation>
    </message>
    <message>
        <source>%1 is damaged; remove it, the presets begin anew</source>
        <translation>%1 已损坏；请删除，预设将重新开始</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2); remove it</source>
        <translation>%1 无法读取(%2)；请删除</translation>
    </message>
    <message>
        <source>it cannot be read back (%1); check the disk</source>
        <translation>无法读回(%1)；请检查磁盘</translation>
    </message>
    <message>
        <source>it reads back with other pixels; check the disk</source>
        <translation>读回的像素不同；请检查磁盘</translation>
    </message>
    <message>
        <source>%1 exists with other content; choose another folder or allow replacing files</source>
        <translation>%1 已存在且内容不同；请选择其他文件夹或允许覆盖</translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>%1 未写入：%2</translation>
    </message>
    <message>
        <source>%1 is too large for a timesheet; choose another file</source>
        <translation>%1 作为摄影表过大；请选择其他文件</translation>
    </message>
    <message>
        <source>%1 is not an XDTS timesheet; export it as .xdts</source>
        <translation>%1 不是 XDTS 摄影表；请导出为 .xdts</translation>
    </message>
    <message>
        <source>%1 is not an XDTS timesheet; export it again</source>
        <translation>%1 不是 XDTS 摄影表；请重新导出</translation>
    </message>
    <message>
        <source>%1 is a damaged timesheet; export it again</source>
        <translation>摄影表 %1 已损坏；请重新导出</translation>
    </message>
    <message>
        <source>%1 x %2, others %3 x %4</source>
        <translation>%1 x %2，其他为 %3 x %4</translation>
    </message>
    <message>
        <source>it has no segments yet</source>
        <translation>还没有区域</translation>
    </message>
    <message>
        <source>looking for PyTorch</source>
        <translation>正在查找 PyTorch</translation>
    </message>
    <message>
        <source>reading the weights</source>
        <translation>正在读取权重</translation>
    </message>
    <message>
        <source>checking what is there already</source>
        <translation>正在检查已有内容</translation>
    </message>
    <message>
        <source>writing checksums</source>
        <translation>正在写入校验和</translation>
    </message>
    <message>
        <source>writing %1</source>
        <translation>正在写入 %1</translation>
    </message>
    <message>
        <source>there are two frames called &apos;%1&apos;; rename one of the files</source>
        <translation>有两帧都叫“%1”；请重命名其中一个文件</translation>
    </message>
    <message>
        <source>the step &apos;%1&apos; is damaged in the project file and cannot be done; the history begins anew here, your decisions are as they were</source>
        <translation>项目文件中的步骤“%1”已损坏，无法执行；历史记录从此重新开始，您的决定保持不变</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2); choose another folder or make room</source>
        <translation>%1 无法写入(%2)；请选择其他文件夹或腾出空间</translation>
    </message>
    <message>
        <source>%1 is in the way, it is a file; choose another folder</source>
        <translation>%1 是一个文件，占用了位置；请选择其他文件夹</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2); make it writable</source>
        <translation>%1 无法写入(%2)；请使其可写</translation>
    </message>
    <message>
        <source>%1 is open %2; close it there first</source>
        <translation>%1 已%2打开；请先在那里关闭</translation>
    </message>
    <message>
        <source>%1 is open %2; choose another name</source>
        <translation>%1 已%2打开；请选择其他名称</translation>
    </message>
    <message>
        <source>%1 is open %2, so it is read-only here; close it there and open it again, or save a copy</source>
        <translation>%1 已%2打开，此处为只读；请在那里关闭后重新打开，或保存副本</translation>
    </message>
    <message>
        <source>in another window</source>
        <translation>在另一个窗口中</translation>
    </message>
    <message>
        <source>in a window on %1 (%2)</source>
        <translation>在 %1(%2)的窗口中</translation>
    </message>
    <message>
        <source>no backup was made: %1</source>
        <translation>未能备份：%1</translation>
    </message>
    <message>
        <source>%1 was opened elsewhere while this computer slept; save it under another name to go on</source>
        <translation>本机休眠期间 %1 在别处被打开；请另存为其他名称以继续</translation>
    </message>
    <message>
        <source>%1 lies where nothing can be written; save a copy elsewhere to paint</source>
        <translation>%1 所在位置不可写；请在别处保存副本后上色</translation>
    </message>
    <message>
        <source>%1 is not a PaintAssist project; open a %2 file</source>
        <translation>%1 不是 PaintAssist 项目；请打开 %2 文件</translation>
    </message>
    <message>
        <source>%1 was made by a newer PaintAssist (format %2, this one knows %3); update PaintAssist to open it</source>
        <translation>%1 由较新的 PaintAssist 生成(格式 %2，本版只支持到 %3)；请更新 PaintAssist 后打开</translation>
    </message>
    <message>
        <source>%1 is the project itself; choose another name for the copy</source>
        <translation>%1 就是项目本身；请为副本选择其他名称</translation>
    </message>
    <message>
        <source>%1 was changed by another window; open it again</source>
        <translation>%1 已被另一个窗口更改；请重新打开</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be the name of a frame or sheet; rename the file</source>
        <translation>“%1”不能作为帧或色指定的名称；请重命名文件</translation>
    </message>
    <message>
        <source>%1 does not exist; check the path</source>
        <translation>%1 不存在；请检查路径</translation>
    </message>
    <message>
        <source>%1 is a folder; open a %2 file</source>
        <translation>%1 是文件夹；请打开 %2 文件</translation>
    </message>
    <message>
        <source>%1 was moved or deleted; save the project elsewhere</source>
        <translation>%1 已被移动或删除；请将项目保存到别处</translation>
    </message>
    <message>
        <source>%1 cannot be written or read here; check its rights or save it elsewhere</source>
        <translation>%1 在此无法读写；请检查权限或保存到别处</translation>
    </message>
    <message>
        <source>%1 is in use by another program; close it there and try again</source>
        <translation>%1 正被其他程序使用；请关闭后重试</translation>
    </message>
    <message>
        <source>%1 does not fit on the disk; free some space and try again</source>
        <translation>磁盘空间不足，无法保存 %1；请腾出空间后重试</translation>
    </message>
    <message>
        <source>%1 cannot be opened; check its rights and its folder</source>
        <translation>%1 无法打开；请检查其权限和文件夹</translation>
    </message>
    <message>
        <source>%1 cannot be reached; check the disk or the network and try again</source>
        <translation>无法访问 %1；请检查磁盘或网络后重试</translation>
    </message>
    <message>
        <source>%1 is damaged; open a backup copy of it</source>
        <translation>%1 已损坏；请打开其备份</translation>
    </message>
    <message>
        <source>%1 is no palette file; give it one of the endings %2</source>
        <translation>%1 不是调色板文件；请使用以下扩展名之一：%2</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2); check the path</source>
        <translation>%1 无法读取(%2)；请检查路径</translation>
    </message>
    <message>
        <source>%1 has %2 as %3; make all swatches RGB and export it again</source>
        <translation>%1 中的 %2 为 %3；请将所有色块改为 RGB 后重新导出</translation>
    </message>
    <message>
        <source>%1 can hold %2 colours only; write a .csv file instead</source>
        <translation>%1 最多只能保存 %2 种颜色；请改写 .csv 文件</translation>
    </message>
    <message>
        <source>%1 holds no Adobe swatches; export it from Photoshop again</source>
        <translation>%1 中没有 Adobe 色板；请从 Photoshop 重新导出</translation>
    </message>
    <message>
        <source>%1 holds no Adobe swatches; export it from the Adobe program again</source>
        <translation>%1 中没有 Adobe 色板；请从 Adobe 程序重新导出</translation>
    </message>
    <message>
        <source>%1 has &apos;%2&apos; as %3; make all swatches RGB and export it again</source>
        <translation>%1 中的“%2”为 %3；请将所有色块改为 RGB 后重新导出</translation>
    </message>
    <message>
        <source>%1 is damaged at &apos;%2&apos;; export it again</source>
        <translation>%1 在“%2”处损坏；请重新导出</translation>
    </message>
    <message>
        <source>%1 ends too early, it was cut off; export it again</source>
        <translation>%1 不完整，中途被截断；请重新导出</translation>
    </message>
    <message>
        <source>%1 is no palette; choose one of %2</source>
        <translation>%1 不是调色板；请选择以下之一：%2</translation>
    </message>
    <message>
        <source>%1 is a drawing of Aseprite; save its palette as .gpl there</source>
        <translation>%1 是 Aseprite 的画；请在那里将调色板存为 .gpl</translation>
    </message>
    <message>
        <source>%1 is too big for a palette; choose a palette file</source>
        <translation>%1 作为调色板过大；请选择调色板文件</translation>
    </message>
    <message>
        <source>%1 holds no colours; choose another palette file</source>
        <translation>%1 中没有颜色；请选择其他调色板文件</translation>
    </message>
    <message>
        <source>%1 holds more than %2 colours; choose a smaller one</source>
        <translation>%1 的颜色超过 %2 种；请选择较小的调色板</translation>
    </message>
    <message>
        <source>%1 would be empty; add colours to the palette first</source>
        <translation>%1 将是空的；请先在调色板中添加颜色</translation>
    </message>
    <message>
        <source>%1 is %2, not a palette; choose a palette file</source>
        <translation>%1 是 %2，不是调色板；请选择调色板文件</translation>
    </message>
    <message>
        <source>%1 cannot hold the half transparent colour &apos;%2&apos; (%3 knows opaque ones only); write a %4 or %5 file instead</source>
        <translation>%1 无法保存半透明颜色“%2”(%3 只支持不透明色)；请改写 %4 或 %5 文件</translation>
    </message>
    <message>
        <source>%1 holds the variant &apos;%2&apos; only; a %3 file holds all</source>
        <translation>%1 只含场景“%2”；%3 文件可保存全部</translation>
    </message>
    <message>
        <source>%1 is no GIMP palette; export it from GIMP or Krita again</source>
        <translation>%1 不是 GIMP 调色板；请从 GIMP 或 Krita 重新导出</translation>
    </message>
    <message>
        <source>%1 is damaged in line %2; it should say three numbers up to 255</source>
        <translation>%1 第 %2 行损坏；应为三个不超过 255 的数</translation>
    </message>
    <message>
        <source>%1 is no text; save the table as CSV</source>
        <translation>%1 不是文本；请将表格存为 CSV</translation>
    </message>
    <message>
        <source>%1 has no colours: its first line must name a column &apos;color&apos;, or &apos;red&apos;, &apos;green&apos; and &apos;blue&apos;</source>
        <translation>%1 中没有颜色：第一行须有名为 color 或 red、green、blue 的列</translation>
    </message>
    <message>
        <source>%1 says &apos;%2&apos; in line %3, which is no role; roles are %4</source>
        <translation>%1 第 %3 行的“%2”不是明暗名称；可用的有 %4</translation>
    </message>
    <message>
        <source>%1 says &apos;%2&apos; in line %3, which is no colour; colours look like #FF8000</source>
        <translation>%1 第 %3 行的“%2”不是颜色；颜色应如 #FF8000</translation>
    </message>
    <message>
        <source>%1 says &apos;%2&apos; for %3 in line %4; it must be a number from 0 to 255</source>
        <translation>%1 第 %4 行的 %3 为“%2”；须为 0 到 255 的数</translation>
    </message>
    <message>
        <source>%1 is no OpenToonz palette; save it from OpenToonz again</source>
        <translation>%1 不是 OpenToonz 调色板；请从 OpenToonz 重新保存</translation>
    </message>
    <message>
        <source>%1 is damaged: a style says nothing; save it from OpenToonz again</source>
        <translation>%1 已损坏：有空的样式；请从 OpenToonz 重新保存</translation>
    </message>
    <message>
        <source>%1 is damaged at style &apos;%2&apos;; save it from OpenToonz again</source>
        <translation>%1 在样式“%2”处损坏；请从 OpenToonz 重新保存</translation>
    </message>
    <message>
        <source>%1: style &apos;%2&apos; is no plain colour and was left out</source>
        <translation>%1：样式“%2”不是纯色，已略去</translation>
    </message>
    <message>
        <source>%1 is damaged: page &apos;%2&apos; shows a style that is not there</source>
        <translation>%1 已损坏：页“%2”含有不存在的样式</translation>
    </message>
    <message>
        <source>%1 is damaged at &apos;%2&apos;; save it from OpenToonz again</source>
        <translation>%1 在“%2”处损坏；请从 OpenToonz 重新保存</translation>
    </message>
</context>
<context>
    <name>ToolBench</name>
    <message>
        <source>Trace line: %1 px</source>
        <translation>色线：%1 像素</translation>
    </message>
    <message>
        <source>Which part does this colour belong to, such as hair or skin?</source>
        <translation>此颜色属于哪个部位(如头发、皮肤)？</translation>
    </message>
    <message>
        <source>Mark Part</source>
        <translation>标记部位</translation>
    </message>
    <message>
        <source>Choose a colour first: click one in the palette</source>
        <translation>请先选颜色：点击调色板中的颜色</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Welcome to PaintAssist</source>
        <translation>欢迎使用 PaintAssist</translation>
    </message>
    <message>
        <source>See in a minute how a clip gets its colours, on the sample that comes with the program. Everything works meanwhile: try it.</source>
        <translation>用自带的示例，一分钟了解一个镜头如何上色。期间所有功能都可使用，请试一试。</translation>
    </message>
    <message>
        <source>Everything has a proposal</source>
        <translation>处处都有建议色</translation>
    </message>
    <message>
        <source>Each segment of each frame shows the colour that its part has on the painted sheet. Nothing is decided yet. Turn the wheel to zoom, hold Space and drag to move.</source>
        <translation>每帧的每个区域都显示色指定上同一部位的颜色。一切都还未决定。滚轮缩放，按住 Space 拖动可移动。</translation>
    </message>
    <message>
        <source>Where a colour comes from</source>
        <translation>颜色从哪里来</translation>
    </message>
    <message>
        <source>Point at a segment: its place on the sheet lights up here. A click in the sheet takes its colour.</source>
        <translation>指向一个区域，色指定上的对应位置会在这里亮起。点击色指定即可取色。</translation>
    </message>
    <message>
        <source>From doubt to doubt</source>
        <translation>从存疑到存疑</translation>
    </message>
    <message>
        <source>%next_doubtful% goes to the next doubtful segment. %choice_1% to %choice_5% paint its likely colours, %accept_next% accepts and goes on, %later% leaves it for the end.</source>
        <translation>%next_doubtful% 转到下一个存疑区域。%choice_1% 到 %choice_5% 填入候选色，%accept_next% 采纳并继续，%later% 留到最后。</translation>
    </message>
    <message>
        <source>Correct once</source>
        <translation>只需修正一次</translation>
    </message>
    <message>
        <source>Click a colour here, then a segment. What looks the same in other frames follows at once and flashes; %next_changed% steps through it. Your own decisions never change.</source>
        <translation>先点这里的颜色，再点区域。其他帧中相同之处立即随之变化并闪烁；%next_changed% 可逐一查看。您自己的决定不会改变。</translation>
    </message>
    <message>
        <source>All frames at a glance</source>
        <translation>所有帧一目了然</translation>
    </message>
    <message>
        <source>Green is decided, orange is doubtful. %accept_certain_all% accepts all that is certain, %carry_on% accepts up to the next doubt. %undo% takes back every step.</source>
        <translation>绿色为已决定，橙色为存疑。%accept_certain_all% 采纳所有可靠的建议，%carry_on% 采纳到下一个存疑处。%undo% 可逐步撤销。</translation>
    </message>
    <message>
        <source>Your own cut</source>
        <translation>处理自己的镜头</translation>
    </message>
    <message>
        <source>Open a folder of line art with %open_frames%, then drop a painted sheet. %commands% finds every command by its name.</source>
        <translation>用 %open_frames% 打开线稿文件夹，再拖入色指定。%commands% 可按名称找到任何命令。</translation>
    </message>
</context>
<context>
    <name>TourCard</name>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Not Now</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Show Me</source>
        <translation>开始</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>any view</source>
        <translation>任意朝向</translation>
    </message>
    <message>
        <source>front</source>
        <translation>正面</translation>
    </message>
    <message>
        <source>side</source>
        <translation>侧面</translation>
    </message>
    <message>
        <source>back</source>
        <translation>背面</translation>
    </message>
    <message>
        <source>face</source>
        <translation>脸部</translation>
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
        <source>Either shadow</source>
        <translation>任一阴影</translation>
    </message>
    <message>
        <source>marked as %1</source>
        <translation>标记：%1</translation>
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
        <source>locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>from %1, segment %2</source>
        <translation>来自 %1 的区域 %2</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>高光</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Shadow 1</source>
        <translation>1号影</translation>
    </message>
    <message>
        <source>Shadow 2</source>
        <translation>2号影</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
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
