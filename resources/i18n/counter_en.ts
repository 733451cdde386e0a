<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>AnnalsPage</name>
    <message>
        <source>证书核验无误。</source>
        <translation>This certificate is genuine.</translation>
    </message>
    <message>
        <source>这个码不是本公司的证书。</source>
        <translation>This code is not a certificate of this company.</translation>
    </message>
</context>
<context>
    <name>AskPause</name>
    <message>
        <source>等候须在 {limit} 名以下，另有窗口办理同样业务，同一时间 {at_once} 人暂停。每次 {minutes} 分钟。</source>
        <translation>Needs fewer than {limit} waiting, another window open for the same service, at most {at_once} paused at a time. {minutes} minutes each.</translation>
    </message>
    <message>
        <source>不填</source>
        <translation>No reason given</translation>
    </message>
    <message>
        <source>今天还可暂停 {left} 次</source>
        <translation>Pauses left today: {left}</translation>
    </message>
    <message>
        <source>来自{source}，{seconds} 秒前</source>
        <translation>Source: {source}, {seconds} s ago</translation>
    </message>
    <message>
        <source>等候 {n} 位</source>
        <translation>{n} waiting</translation>
    </message>
    <message>
        <source>请先填写现在有几位用户在等候。</source>
        <translation>First enter how many customers are waiting.</translation>
    </message>
    <message>
        <source>这次不能暂停：{why}</source>
        <translation>You cannot pause now: {why}</translation>
    </message>
</context>
<context>
    <name>AwardRoundPage</name>
    <message>
        <source>还没有评奖。</source>
        <translation>There is no round yet.</translation>
    </message>
</context>
<context>
    <name>AwardTextsPage</name>
    <message>
        <source>已交评审（第 {version} 版）。</source>
        <translation>Now with the jury (version {version}).</translation>
    </message>
</context>
<context>
    <name>CardQuestion</name>
    <message>
        <source>张敏</source>
        <translation>Zhang Min</translation>
    </message>
</context>
<context>
    <name>ChaptersPage</name>
    <message>
        <source>已发布《{title}》第 {version} 版，各大厅须重新阅读确认。</source>
        <translation>“{title}” is published as version {version}; all halls have to read and acknowledge it.</translation>
    </message>
    <message>
        <source>已发布，各大厅的快乐驿站随即更新。</source>
        <translation>Published; the happy station of every hall is updated at once.</translation>
    </message>
    <message>
        <source>《{title}》已作为征求意见稿发给各大厅。</source>
        <translation>“{title}” has been sent to all halls as a draft for comment.</translation>
    </message>
    <message>
        <source>已发布《{title}》第 {version} 版；只是文字修正，已读的仍算已读。</source>
        <translation>“{title}” version {version} is published; only the wording changed, so earlier readings still count.</translation>
    </message>
    <message>
        <source>已征求意见：{talks}</source>
        <translation>Consulted: {talks}</translation>
    </message>
    <message>
        <source>《{title}》已撤销。</source>
        <translation>“{title}” is withdrawn.</translation>
    </message>
    <message>
        <source>《{title}》刚由别人发布了第 {version} 版；您写的还在，请对照后再发布。</source>
        <translation>Somebody else has just published version {version} of “{title}”; what you wrote is still here: compare the two before you publish.</translation>
    </message>
</context>
<context>
    <name>ClashStrip</name>
    <message>
        <source>{aspect}现在是：{set}</source>
        <translation>{aspect} is now: {set}</translation>
    </message>
    <message>
        <source>另一处改为：{set}</source>
        <translation>The other counter set: {set}</translation>
    </message>
    <message>
        <source>{what}（{who} {at}）</source>
        <translation>{what} ({who}, {at})</translation>
    </message>
    <message>
        <source>已核对，记录在经过里。</source>
        <translation>Checked; recorded in the history.</translation>
    </message>
</context>
<context>
    <name>ConsentPage</name>
    <message>
        <source>没有等待同意的特殊事项。</source>
        <translation>No special inquiry is waiting for consent.</translation>
    </message>
    <message>
        <source>{number} 按特殊事项办理。</source>
        <translation>{number} is now a special inquiry.</translation>
    </message>
    <message>
        <source>答复目标 {target} → {new_target}；最迟答复 {limit} → {new_limit}</source>
        <translation>Target {target} → {new_target}; limit {limit} → {new_limit}</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>{window}号窗口</source>
        <translation>window {window}</translation>
    </message>
    <message>
        <source>窗口牌显示：暂停服务，请到 {go_to}</source>
        <translation>The sign says: service paused; please go to {go_to}</translation>
    </message>
    <message>
        <source>暂停服务中，好好歇一歇</source>
        <translation>Service paused. Take a good rest.</translation>
    </message>
    <message>
        <source>还有不到半分钟，准备回到窗口</source>
        <translation>Less than half a minute left: get ready to come back</translation>
    </message>
    <message>
        <source>时间到了，请回到窗口</source>
        <translation>Time is up, please come back to your window</translation>
    </message>
    <message>
        <source>已超时，请尽快回到窗口</source>
        <translation>Time exceeded; please come back soon</translation>
    </message>
    <message>
        <source>已超时，站长已收到提示</source>
        <translation>Time exceeded; the supervisor has been told</translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message>
        <source>今天</source>
        <translation>today</translation>
    </message>
    <message>
        <source>明天</source>
        <translation>tomorrow</translation>
    </message>
    <message>
        <source>昨天</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>实际办理的业务</source>
        <translation>Service actually given</translation>
    </message>
    <message>
        <source>挂起与过号</source>
        <translation>On hold and no-shows</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>已锁屏，请返回登录</source>
        <translation>Locked; go back to sign in</translation>
    </message>
    <message>
        <source>窗口叫号</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>收成小条</source>
        <translation>Small bar</translation>
    </message>
    <message>
        <source>本窗口业务</source>
        <translation>Window services</translation>
    </message>
    <message>
        <source>等候的号</source>
        <translation>Numbers waiting</translation>
    </message>
    <message>
        <source>本窗口叫哪些业务的号</source>
        <translation>Which services this window calls</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>排队号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>业务</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>取号</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>已等</source>
        <translation>Waited</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>叫下一位</source>
        <translation>Call next</translation>
    </message>
    <message>
        <source>重叫</source>
        <translation>Again</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>挂起</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>过号</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>召回</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>超期上报</source>
        <translation>Escalated</translation>
    </message>
    <message>
        <source>管理参数</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>当日日志</source>
        <translation>Daily log</translation>
    </message>
    <message>
        <source>待复核5P卡</source>
        <translation>Flagged cards</translation>
    </message>
    <message>
        <source>特殊事项</source>
        <translation>Special inquiries</translation>
    </message>
    <message>
        <source>人员与窗口</source>
        <translation>Roster</translation>
    </message>
    <message>
        <source>设备</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>暂停服务</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>首问工单</source>
        <translation>Inquiries</translation>
    </message>
    <message>
        <source>工作日记</source>
        <translation>Diary</translation>
    </message>
    <message>
        <source>我的5P卡</source>
        <translation>My 5P cards</translation>
    </message>
    <message>
        <source>赠送5P卡</source>
        <translation>Give a card</translation>
    </message>
    <message>
        <source>快乐驿站</source>
        <translation>Happy station</translation>
    </message>
    <message>
        <source>管理制度</source>
        <translation>Rulebook</translation>
    </message>
    <message>
        <source>输入名称查找</source>
        <translation>Find by name</translation>
    </message>
    <message>
        <source>修改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>发布新版本</source>
        <translation>Publish a new version</translation>
    </message>
    <message>
        <source>新的值</source>
        <translation>New value</translation>
    </message>
    <message>
        <source>发布到所有大厅</source>
        <translation>Publish to all halls</translation>
    </message>
    <message>
        <source>部分</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>现行值</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>改为</source>
        <translation>Changed to</translation>
    </message>
    <message>
        <source>每次决定都记录当时的版本；发布后新的决定按新版本。</source>
        <translation>Every decision records the version it was made under; new decisions follow the new version.</translation>
    </message>
    <message>
        <source>年份</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>年份 ↑↓</source>
        <translation>Year ↑↓</translation>
    </message>
    <message>
        <source>用户赠卡（计入）</source>
        <translation>Cards from customers (counted)</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>暖窗 · 窗口工作台</source>
        <translation>Warm Window · Counter</translation>
    </message>
    <message>
        <source>窗口工作台已经打开。请看任务栏，或屏幕上的小条。</source>
        <translation>The counter is already open. Look in the task bar, or for its small bar on the screen.</translation>
    </message>
    <message>
        <source>工号（或刷工牌）</source>
        <translation>Staff number (or scan your badge)</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>还没有员工名单。请用 warm-window import staff 导入。</source>
        <translation>There is no staff list yet. Import one with: warm-window import staff</translation>
    </message>
    <message>
        <source>还没有设置大厅。请运行 warm-window init。</source>
        <translation>No hall is set up yet. Run warm-window init.</translation>
    </message>
    <message>
        <source>正在打开…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>同意推荐参评贴心服务奖</source>
        <translation>Agree to be nominated</translation>
    </message>
    <message>
        <source>发生了什么？您怎么做的？</source>
        <translation>What happened? What did you do?</translation>
    </message>
    <message>
        <source>记下</source>
        <translation>Add entry</translation>
    </message>
    <message>
        <source>记一笔</source>
        <translation>New entry</translation>
    </message>
    <message>
        <source>我的记录</source>
        <translation>My entries</translation>
    </message>
    <message>
        <source>修改记录</source>
        <translation>Change the entry</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>内容（原来的文字会保留）</source>
        <translation>Text (the earlier words are kept)</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>参评</source>
        <translation>Award</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>撤回推荐同意</source>
        <translation>Withdraw consent</translation>
    </message>
    <message>
        <source>输入姓名或工号查找</source>
        <translation>Find by name or number</translation>
    </message>
    <message>
        <source>想说的话（可不填）</source>
        <translation>A few words (optional)</translation>
    </message>
    <message>
        <source>送出</source>
        <translation>Give</translation>
    </message>
    <message>
        <source>送给谁</source>
        <translation>To whom</translation>
    </message>
    <message>
        <source>本月送出</source>
        <translation>Given this month</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>大厅</source>
        <translation>Hall</translation>
    </message>
    <message>
        <source>送给</source>
        <translation>To</translation>
    </message>
    <message>
        <source>5P</source>
        <translation>5P</translation>
    </message>
    <message>
        <source>留言</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>今天的5P卡</source>
        <translation>Today&apos;s 5P cards</translation>
    </message>
    <message>
        <source>今天的暂停</source>
        <translation>Today&apos;s pauses</translation>
    </message>
    <message>
        <source>我的首问工单</source>
        <translation>My inquiries</translation>
    </message>
    <message>
        <source>我的</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>全厅在办</source>
        <translation>Open in the hall</translation>
    </message>
    <message>
        <source>今日办结</source>
        <translation>Closed today</translation>
    </message>
    <message>
        <source>查找结果</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>两处不一致</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>按电话或工单号查找  Ctrl+F</source>
        <translation>Phone or number  Ctrl+F</translation>
    </message>
    <message>
        <source>登记新工单</source>
        <translation>New inquiry</translation>
    </message>
    <message>
        <source>最迟答复</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>用户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>承办人</source>
        <translation>Handler</translation>
    </message>
    <message>
        <source>查看用户信息</source>
        <translation>Show customer</translation>
    </message>
    <message>
        <source>打印回执</source>
        <translation>Print slip</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>History</translation>
    </message>
    <message>
        <source>登记首问工单</source>
        <translation>New first inquiry</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>用户问什么？</source>
        <translation>What does the customer ask?</translation>
    </message>
    <message>
        <source>办结后会按规定清除</source>
        <translation>Erased after closing, by the rules</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>电话（选填）</source>
        <translation>Phone (optional)</translation>
    </message>
    <message>
        <source>姓名（选填）</source>
        <translation>Name (optional)</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>当场答复（填写即当场办结）</source>
        <translation>Answer on the spot (closes it at once)</translation>
    </message>
    <message>
        <source>申请按特殊事项办理的理由（一般不填）</source>
        <translation>Grounds for special handling (usually empty)</translation>
    </message>
    <message>
        <source>{number} 已登记，当场办结。</source>
        <translation>{number} registered and answered on the spot.</translation>
    </message>
    <message>
        <source>{number} 已登记，您是首问责任人。可以告诉用户：{target}答复，最迟{limit}。</source>
        <translation>{number} registered; you are its owner. You can tell the customer: an answer by {target}, {limit} at the latest.</translation>
    </message>
    <message>
        <source>（该年放假安排未公布，日期待确认）</source>
        <translation> (That year&apos;s holidays are not published yet: dates unconfirmed.)</translation>
    </message>
    <message>
        <source>{number}：{step}，已记录。</source>
        <translation>{number}: {step}, recorded.</translation>
    </message>
    <message>
        <source>（结束代办）</source>
        <translation>(end the stand-in)</translation>
    </message>
    <message>
        <source>工号或姓名</source>
        <translation>Staff number or name</translation>
    </message>
    <message>
        <source>未询问</source>
        <translation>Not asked</translation>
    </message>
    <message>
        <source>给用户的答复</source>
        <translation>Answer to the customer</translation>
    </message>
    <message>
        <source>满意度（不强求）</source>
        <translation>Satisfaction (optional)</translation>
    </message>
    <message>
        <source>已电话回访</source>
        <translation>Called back by phone</translation>
    </message>
    <message>
        <source>告诉了用户什么</source>
        <translation>What the customer was told</translation>
    </message>
    <message>
        <source>转给承办人（首问责任人不变）</source>
        <translation>New handler (the owner stays)</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>承办人不在岗时由谁代办</source>
        <translation>Who stands in while the handler is away</translation>
    </message>
    <message>
        <source>新的最迟答复日（原日期仍会显示）</source>
        <translation>New limit (the old one stays visible)</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Grounds</translation>
    </message>
    <message>
        <source>理由（由站长同意）</source>
        <translation>Grounds (the supervisor consents)</translation>
    </message>
    <message>
        <source>并入更早受理的工单</source>
        <translation>Merge into the earlier inquiry</translation>
    </message>
    <message>
        <source>更正哪一项</source>
        <translation>What to correct</translation>
    </message>
    <message>
        <source>正确的内容</source>
        <translation>Correct value</translation>
    </message>
    <message>
        <source>为什么重新办理</source>
        <translation>Why it is reopened</translation>
    </message>
    <message>
        <source>用户说了什么</source>
        <translation>What the customer said</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>答复办结</source>
        <translation>Answer and close</translation>
    </message>
    <message>
        <source>告知进展</source>
        <translation>Inform</translation>
    </message>
    <message>
        <source>转办</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>延期</source>
        <translation>Extend</translation>
    </message>
    <message>
        <source>申请特殊</source>
        <translation>Request special</translation>
    </message>
    <message>
        <source>代办</source>
        <translation>Stand-in</translation>
    </message>
    <message>
        <source>合并</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>重新办理</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>回访</source>
        <translation>Call back</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>计入</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>待复核</source>
        <translation>To review</translation>
    </message>
    <message>
        <source>不计入</source>
        <translation>Exclude</translation>
    </message>
    <message>
        <source>已计入</source>
        <translation>counted</translation>
    </message>
    <message>
        <source>未计入</source>
        <translation>not counted</translation>
    </message>
    <message>
        <source>累计进阶</source>
        <translation>Ladder</translation>
    </message>
    <message>
        <source>五个P（用户赠卡，计入）</source>
        <translation>The five P (from customers, counted)</translation>
    </message>
    <message>
        <source>为什么是这一天？</source>
        <translation>Why this day?</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>工作日</source>
        <translation>working day</translation>
    </message>
    <message>
        <source>调休上班</source>
        <translation>make-up working day</translation>
    </message>
    <message>
        <source>法定节假日</source>
        <translation>public holiday</translation>
    </message>
    <message>
        <source>休息日</source>
        <translation>weekend</translation>
    </message>
    <message>
        <source>受理 {at}</source>
        <translation>received {at}</translation>
    </message>
    <message>
        <source>从这天算起</source>
        <translation>counted from this day</translation>
    </message>
    <message>
        <source>答复目标</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>延期后的最迟答复</source>
        <translation>limit after the extension</translation>
    </message>
    <message>
        <source>首次告知</source>
        <translation>first message</translation>
    </message>
    <message>
        <source>{kind}事项。下班后或休息日受理的，从下一个工作日算起。制度第 {policy} 版，工作日表第 {calendar} 版。</source>
        <translation>{kind} inquiry. Anything received after closing time or on a day off counts from the next working day. Policy version {policy}, working-day table version {calendar}.</translation>
    </message>
    <message>
        <source>其中有一年的放假安排还没有公布，按周一至周五计算，待确认。</source>
        <translation>The holidays of one of these years are not published yet: counted Monday to Friday, unconfirmed.</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>工作日表</source>
        <translation>Working-day table</translation>
    </message>
    <message>
        <source>第几个</source>
        <translation>Working day no.</translation>
    </message>
    <message>
        <source>赠卡人</source>
        <translation>Giver</translation>
    </message>
    <message>
        <source>留言（下班后可见）</source>
        <translation>Message (after the shift)</translation>
    </message>
    <message>
        <source>现在有几位用户在等候？</source>
        <translation>How many customers are waiting now?</translation>
    </message>
    <message>
        <source>原因（可不填，只有您和站长可见）</source>
        <translation>Reason (optional; only you and your supervisor see it)</translation>
    </message>
    <message>
        <source>申请暂停</source>
        <translation>Ask for a pause</translation>
    </message>
    <message>
        <source>暂停服务5分钟</source>
        <translation>Five-minute pause</translation>
    </message>
    <message>
        <source>我回来了，继续服务</source>
        <translation>I am back</translation>
    </message>
    <message>
        <source>按错了，撤回（不计次数）</source>
        <translation>A slip: take it back (not counted)</translation>
    </message>
    <message>
        <source>同意按特殊事项办理</source>
        <translation>Agree to special handling</translation>
    </message>
    <message>
        <source>不同意</source>
        <translation>Decline</translation>
    </message>
    <message>
        <source>用户的问题</source>
        <translation>The customer&apos;s question</translation>
    </message>
    <message>
        <source>申请理由</source>
        <translation>Grounds</translation>
    </message>
    <message>
        <source>不同意按特殊事项办理</source>
        <translation>Decline special handling</translation>
    </message>
    <message>
        <source>工单号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>受理时间</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>站长</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>经营管理部</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>应报分公司</source>
        <translation>To be reported to the branch</translation>
    </message>
    <message>
        <source>超过最迟答复日的工单；分公司不用本系统，应报分公司的请另行通知。用户信息在办理大厅查看。</source>
        <translation>Inquiries past their limit. The branch does not use this system: please inform it of those to be reported to it. Customers&apos; details can be seen in the hall that handles the inquiry.</translation>
    </message>
    <message>
        <source>上报</source>
        <translation>Escalated to</translation>
    </message>
    <message>
        <source>最迟答复日</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>首问责任人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>同意后按特殊事项的期限，从受理日起算；原期限仍会显示。</source>
        <translation>With your consent the special deadline counts from the day received; the original limit stays visible.</translation>
    </message>
    <message>
        <source>签字确认</source>
        <translation>Sign off</translation>
    </message>
    <message>
        <source>我已阅读并知晓</source>
        <translation>I have read this</translation>
    </message>
    <message>
        <source>阅读</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>谁还没读</source>
        <translation>Who has not read</translation>
    </message>
    <message>
        <source>印成小册（PDF）</source>
        <translation>Booklet (PDF)</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>章节</source>
        <translation>Chapter</translation>
    </message>
    <message>
        <source>读于</source>
        <translation>Read on</translation>
    </message>
    <message>
        <source>已读</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>未读</source>
        <translation>Unread</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>Alt+←/→ 前一天、后一天   Ctrl+PgUp/PgDn 换表</source>
        <translation>Alt+←/→ previous, next day   Ctrl+PgUp/PgDn switch tables</translation>
    </message>
    <message>
        <source>导出当日日志</source>
        <translation>Export the daily log</translation>
    </message>
    <message>
        <source>格式</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>文件夹</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>已导出：{file}</source>
        <translation>Exported: {file}</translation>
    </message>
    <message>
        <source>无法写入：{why}</source>
        <translation>Cannot write: {why}</translation>
    </message>
    <message>
        <source>签字</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>意见（可不填）</source>
        <translation>Note (optional)</translation>
    </message>
    <message>
        <source>已签字。此后到达的记录会单独列出。</source>
        <translation>Signed. Records that arrive later are listed separately.</translation>
    </message>
    <message>
        <source>{hall} · {day}，共 {n} 条记录，数据完整至 {at}。</source>
        <translation>{hall} · {day}: {n} records, complete to {at}.</translation>
    </message>
    <message>
        <source>需关注 {breaches} 项，待复核5P卡 {flagged} 张，在办工单 {open} 张，仍可签字。</source>
        <translation>{breaches} items need attention, {flagged} flagged cards, {open} open inquiries; you can still sign.</translation>
    </message>
    <message>
        <source>这一天已签过字；再签一次，原来的签字保留。</source>
        <translation>This day is already signed; signing again keeps the earlier signature.</translation>
    </message>
    <message>
        <source>5P卡（用户）</source>
        <translation>5P cards (customers)</translation>
    </message>
    <message>
        <source>叫号办理</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>已复核</source>
        <translation>Reviewed</translation>
    </message>
    <message>
        <source>计入这张卡</source>
        <translation>Count this card</translation>
    </message>
    <message>
        <source>不计入这张卡</source>
        <translation>Exclude this card</translation>
    </message>
    <message>
        <source>撤销上次复核</source>
        <translation>Undo last review</translation>
    </message>
    <message>
        <source>理由（会记入当日日志）</source>
        <translation>Reason (recorded in the daily log)</translation>
    </message>
    <message>
        <source>员工</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>待核原因</source>
        <translation>Why flagged</translation>
    </message>
    <message>
        <source>可疑的卡都保留，复核前不计入。请根据当时的情况决定。</source>
        <translation>Suspect cards are kept and do not count before your review. Decide by what happened.</translation>
    </message>
    <message>
        <source>上岗</source>
        <translation>Go on duty</translation>
    </message>
    <message>
        <source>换窗口</source>
        <translation>Change window</translation>
    </message>
    <message>
        <source>重设密码</source>
        <translation>Reset PIN</translation>
    </message>
    <message>
        <source>离岗</source>
        <translation>Go off duty</translation>
    </message>
    <message>
        <source>换窗口并上岗</source>
        <translation>Change window and go on duty</translation>
    </message>
    <message>
        <source>设为新密码</source>
        <translation>Set the new PIN</translation>
    </message>
    <message>
        <source>再输一次</source>
        <translation>Repeat it</translation>
    </message>
    <message>
        <source>出了意外，这一步没有完成。已写入日志；请再试一次。</source>
        <translation>Something unexpected happened and this step was not completed. It is in the log; please try again.</translation>
    </message>
    <message>
        <source>本机的数据打不开，请联系管理员（warm-window doctor）。{why}</source>
        <translation>The data of this PC cannot be opened; please call the administrator (warm-window doctor). {why}</translation>
    </message>
    <message>
        <source>暖窗</source>
        <translation>Warm Window</translation>
    </message>
    <message>
        <source>English</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>锁屏换人</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>您已上岗，用户可以在自助屏上看到您。</source>
        <translation>You are on duty: customers see you at the kiosk.</translation>
    </message>
    <message>
        <source>您已离岗。</source>
        <translation>You are off duty.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>写一句问候</source>
        <translation>Write a greeting</translation>
    </message>
    <message>
        <source>撤下</source>
        <translation>Take down</translation>
    </message>
    <message>
        <source>谁</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>问候</source>
        <translation>Greeting</translation>
    </message>
    <message>
        <source>求助</source>
        <translation>Ask for help</translation>
    </message>
    <message>
        <source>问候墙</source>
        <translation>Greetings</translation>
    </message>
    <message>
        <source>热线</source>
        <translation>Hotlines</translation>
    </message>
    <message>
        <source>快乐驿站群</source>
        <translation>The group</translation>
    </message>
    <message>
        <source>哪方面</source>
        <translation>About</translation>
    </message>
    <message>
        <source>想说的话（只有您选的人能看到）</source>
        <translation>What you want to say (only those you choose can see it)</translation>
    </message>
    <message>
        <source>发出求助</source>
        <translation>Ask for help</translation>
    </message>
    <message>
        <source>跟进</source>
        <translation>Follow up</translation>
    </message>
    <message>
        <source>已解决</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>向谁求助</source>
        <translation>Whom to ask</translation>
    </message>
    <message>
        <source>这件事已经解决</source>
        <translation>This is settled</translation>
    </message>
    <message>
        <source>跟进这件事</source>
        <translation>Follow this up</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Meaning</translation>
    </message>
    <message>
        <source>求助人</source>
        <translation>From</translation>
    </message>
    <message>
        <source>向谁</source>
        <translation>To</translation>
    </message>
    <message>
        <source>不选的人看不到，职务再高也不行。</source>
        <translation>Nobody else can see it, whatever their rank.</translation>
    </message>
    <message>
        <source>次序</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>热线名称与号码</source>
        <translation>Name and number of each hotline</translation>
    </message>
    <message>
        <source>群名称</source>
        <translation>Name of the group</translation>
    </message>
    <message>
        <source>群二维码的内容（扫码所得的文字）</source>
        <translation>Content of the group&apos;s QR code (the text that scanning it gives)</translation>
    </message>
    <message>
        <source>发布这一章</source>
        <translation>Publish this chapter</translation>
    </message>
    <message>
        <source>新的一章</source>
        <translation>New chapter</translation>
    </message>
    <message>
        <source>发布驿站</source>
        <translation>Publish the station</translation>
    </message>
    <message>
        <source>热线名称</source>
        <translation>Name of the hotline</translation>
    </message>
    <message>
        <source>热线号码</source>
        <translation>Number of the hotline</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>发布于</source>
        <translation>Published</translation>
    </message>
    <message>
        <source>本机没有加入汇聚库：所有记录都在这台电脑上。</source>
        <translation>This PC belongs to no hub: everything is on this computer.</translation>
    </message>
    <message>
        <source>汇聚库在 {at} 告知的情况。</source>
        <translation>As reported by the hub at {at}.</translation>
    </message>
    <message>
        <source>本机 {minutes} 分钟没有收到汇聚库的消息，以下是 {at} 的情况。</source>
        <translation>Nothing heard from the hub for {minutes} minutes; this is the state at {at}.</translation>
    </message>
    <message>
        <source>自助屏</source>
        <translation>Kiosk</translation>
    </message>
    <message>
        <source>从未</source>
        <translation>never</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>revoked</translation>
    </message>
    <message>
        <source>另一台机器也在用它的登记</source>
        <translation>its enrolment is in use on another machine too</translation>
    </message>
    <message>
        <source>没有消息</source>
        <translation>silent</translation>
    </message>
    <message>
        <source>时钟差 {minutes} 分钟</source>
        <translation>clock off by {minutes} min</translation>
    </message>
    <message>
        <source>{n} 条，最早 {since}</source>
        <translation>{n}, oldest {since}</translation>
    </message>
    <message>
        <source>{n} 条被隔离</source>
        <translation>{n} kept aside</translation>
    </message>
    <message>
        <source>最近联络</source>
        <translation>Last heard</translation>
    </message>
    <message>
        <source>待上传</source>
        <translation>To send</translation>
    </message>
    <message>
        <source>情况</source>
        <translation>State</translation>
    </message>
    <message>
        <source>请输入或选择一项。</source>
        <translation>Please type or choose one.</translation>
    </message>
    <message>
        <source>没有找到“{typed}”，请输入工号或姓名，或从列表中选择。</source>
        <translation>Nobody found for “{typed}”. Type a staff number or a name, or choose from the list.</translation>
    </message>
    <message>
        <source>“{typed}”可以指 {these}，请写得更清楚。</source>
        <translation>“{typed}” could be {these}. Please be more exact.</translation>
    </message>
    <message>
        <source>暂无</source>
        <translation>Nothing here yet</translation>
    </message>
    <message>
        <source>两个窗口各改了一次，请站长核对</source>
        <translation>Changed at two counters independently; the supervisor should check</translation>
    </message>
    <message>
        <source>已核对</source>
        <translation>Checked</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>发来过越权的内容，未生效</source>
        <translation>sent something it has no right to; without effect</translation>
    </message>
    <message>
        <source>前一天</source>
        <translation>Previous day</translation>
    </message>
    <message>
        <source>后一天</source>
        <translation>Next day</translation>
    </message>
    <message>
        <source>{year}年{month}月</source>
        <translation>{year}-{month}</translation>
    </message>
    <message>
        <source>上个月</source>
        <translation>Previous month</translation>
    </message>
    <message>
        <source>下个月</source>
        <translation>Next month</translation>
    </message>
    <message>
        <source>放弃，不保存</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>写的内容还没有保存。放弃请再按一次 Esc，继续填写请接着打字。</source>
        <translation>What you wrote is not saved. Press Esc again to discard it; to go on, just type.</translation>
    </message>
    <message>
        <source>一</source>
        <translation>Mo</translation>
    </message>
    <message>
        <source>二</source>
        <translation>Tu</translation>
    </message>
    <message>
        <source>三</source>
        <translation>We</translation>
    </message>
    <message>
        <source>四</source>
        <translation>Th</translation>
    </message>
    <message>
        <source>五</source>
        <translation>Fr</translation>
    </message>
    <message>
        <source>六</source>
        <translation>Sa</translation>
    </message>
    <message>
        <source>日</source>
        <translation>Su</translation>
    </message>
    <message>
        <source>休</source>
        <translation>off</translation>
    </message>
    <message>
        <source>班</source>
        <translation>work</translation>
    </message>
    <message>
        <source>没有找到“{wanted}”</source>
        <translation>Nothing found for “{wanted}”</translation>
    </message>
    <message>
        <source>{window}号窗口 · {names}</source>
        <translation>Window {window} · {names}</translation>
    </message>
    <message>
        <source>{window}号窗口 · 空着</source>
        <translation>Window {window} · free</translation>
    </message>
    <message>
        <source>请选择窗口</source>
        <translation>Choose a window</translation>
    </message>
    <message>
        <source>撤回{what}</source>
        <translation>Undo {what}</translation>
    </message>
    <message>
        <source>换人</source>
        <translation>Someone else</translation>
    </message>
    <message>
        <source>待站长同意</source>
        <translation>waiting for the supervisor</translation>
    </message>
    <message>
        <source>工单号或内容</source>
        <translation>Number or words</translation>
    </message>
    <message>
        <source>窗口和现在坐在那里的人</source>
        <translation>Window, and who sits there now</translation>
    </message>
    <message>
        <source>请选择一个窗口。</source>
        <translation>Please choose a window.</translation>
    </message>
    <message>
        <source>同意之后</source>
        <translation>Once you consent</translation>
    </message>
    <message>
        <source>同意</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>签字确认{day}的当日日志</source>
        <translation>Sign off the log of {day}</translation>
    </message>
    <message>
        <source>注意：这不是今天的日志。</source>
        <translation>Note: this is not today&apos;s log.</translation>
    </message>
    <message>
        <source>可疑的依据：前后的卡</source>
        <translation>Why it is suspect: the cards around it</translation>
    </message>
    <message>
        <source>相隔</source>
        <translation>Time apart</translation>
    </message>
    <message>
        <source>升级后正在整理数据，请稍等：{percent}%</source>
        <translation>Preparing the data after an upgrade, please wait: {percent}%</translation>
    </message>
    <message>
        <source>人文关怀员工</source>
        <translation>Care for staff</translation>
    </message>
    <message>
        <source>阳光管理团队</source>
        <translation>Open management</translation>
    </message>
    <message>
        <source>规范工作守则</source>
        <translation>Rules of work</translation>
    </message>
    <message>
        <source>真心服务用户</source>
        <translation>Service to customers</translation>
    </message>
    <message>
        <source>绩效分配</source>
        <translation>Pay</translation>
    </message>
    <message>
        <source>分配表</source>
        <translation>Pay sheet</translation>
    </message>
    <message>
        <source>申诉</source>
        <translation>Appeals</translation>
    </message>
    <message>
        <source>月份</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>奖金池</source>
        <translation>Pool</translation>
    </message>
    <message>
        <source>公示</source>
        <translation>Publish for notice</translation>
    </message>
    <message>
        <source>审核并关账</source>
        <translation>Approve and close</translation>
    </message>
    <message>
        <source>答复申诉</source>
        <translation>Answer the appeal</translation>
    </message>
    <message>
        <source>决定</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>导出绩效分配表</source>
        <translation>Export the pay sheet</translation>
    </message>
    <message>
        <source>公示期内本人可申诉；编制人不能审核。采纳申诉即改正事实（复核、认定、导入），不改金额。</source>
        <translation>Appeals are possible during the notice period; whoever prepared a month cannot approve it. An accepted appeal corrects a fact (review, verdict, import), never a figure.</translation>
    </message>
    <message>
        <source>公示后奖金池不再改动；关账后数字不再变化，以后的差别另行更正。</source>
        <translation>Once in notice, pools cannot change; once closed, no figure changes and later differences are corrected separately.</translation>
    </message>
    <message>
        <source>采纳</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>不采纳</source>
        <translation>Not accepted</translation>
    </message>
    <message>
        <source>待答复</source>
        <translation>To be answered</translation>
    </message>
    <message>
        <source>班组考核</source>
        <translation>Assessment</translation>
    </message>
    <message>
        <source>导出月度通报</source>
        <translation>Export the monthly bulletin</translation>
    </message>
    <message>
        <source>先取消属实投诉最多的单位，再奖励其余单位的前几名；检查月数不足的只列出、不排名。</source>
        <translation>The units with the most upheld complaints are disqualified first, then the best of the others rewarded; units with too few inspected months are shown, not ranked.</translation>
    </message>
    <message>
        <source>名次</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>属实投诉</source>
        <translation>Upheld</translation>
    </message>
    <message>
        <source>奖励</source>
        <translation>Reward</translation>
    </message>
    <message>
        <source>我的绩效</source>
        <translation>My pay</translation>
    </message>
    <message>
        <source>申诉这一行</source>
        <translation>Appeal against this line</translation>
    </message>
    <message>
        <source>无异议</source>
        <translation>No objection</translation>
    </message>
    <message>
        <source>有异议</source>
        <translation>Objection</translation>
    </message>
    <message>
        <source>还没有公示或关账的月份。</source>
        <translation>No month is in notice or closed yet.</translation>
    </message>
    <message>
        <source>公示期内可对一行申诉；关账后签字。只有本人和经营管理部看得到金额。</source>
        <translation>You may appeal against a line during the notice period, and sign once the month is closed. Only you and the office see the amounts.</translation>
    </message>
    <message>
        <source>哪里不对</source>
        <translation>What is wrong</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <source>说明（可不填）</source>
        <translation>Note (optional)</translation>
    </message>
    <message>
        <source>点数或金额</source>
        <translation>Points or amount</translation>
    </message>
    <message>
        <source>投诉定性</source>
        <translation>Verdicts</translation>
    </message>
    <message>
        <source>拟定意见</source>
        <translation>Propose</translation>
    </message>
    <message>
        <source>本人说明</source>
        <translation>Person&apos;s statement</translation>
    </message>
    <message>
        <source>认定</source>
        <translation>Decide</translation>
    </message>
    <message>
        <source>重新处理</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>（不针对个人）</source>
        <translation>(nobody in particular)</translation>
    </message>
    <message>
        <source>站长拟定，本人在五个工作日内说明，经营管理部认定。只有认定属实的计入绩效和考核，提出多少投诉都不计。</source>
        <translation>The supervisor proposes, the person concerned answers within five working days, the office decides. Only upheld complaints count in pay and assessment; how many were made never does.</translation>
    </message>
    <message>
        <source>结论</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>针对</source>
        <translation>About</translation>
    </message>
    <message>
        <source>看数字</source>
        <translation>Show figures</translation>
    </message>
    <message>
        <source>看图</source>
        <translation>Show chart</translation>
    </message>
    <message>
        <source>各P</source>
        <translation>By P</translation>
    </message>
    <message>
        <source>趋势</source>
        <translation>Trend</translation>
    </message>
    <message>
        <source>逐月</source>
        <translation>By month</translation>
    </message>
    <message>
        <source>分布</source>
        <translation>Distribution</translation>
    </message>
    <message>
        <source>忙闲</source>
        <translation>Busy hours</translation>
    </message>
    <message>
        <source>{month}月</source>
        <translation>{month}</translation>
    </message>
    <message>
        <source>{year}年</source>
        <translation>{year}</translation>
    </message>
    <message>
        <source>每千笔办理的卡数</source>
        <translation>Cards per 1,000 served</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Others</translation>
    </message>
    <message>
        <source>5P卡报表</source>
        <translation>5P card report</translation>
    </message>
    <message>
        <source>期间</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>按什么列出</source>
        <translation>Group by</translation>
    </message>
    <message>
        <source>全年</source>
        <translation>Whole year</translation>
    </message>
    <message>
        <source>全部大厅</source>
        <translation>All halls</translation>
    </message>
    <message>
        <source>第{quarter}季度</source>
        <translation>Quarter {quarter}</translation>
    </message>
    <message>
        <source>按人员</source>
        <translation>By person</translation>
    </message>
    <message>
        <source>按大厅</source>
        <translation>By hall</translation>
    </message>
    <message>
        <source>按岗位</source>
        <translation>By post</translation>
    </message>
    <message>
        <source>按月份</source>
        <translation>By month</translation>
    </message>
    <message>
        <source>导出5P卡报表</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>名次按每千笔办理的卡数的可靠下限（Wilson）；办理不足10笔的不排名。</source>
        <translation>Ranked by the lower Wilson bound of cards per 1,000 services; those with fewer than 10 services are not ranked.</translation>
    </message>
    <message>
        <source>代码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>办理</source>
        <translation>Served</translation>
    </message>
    <message>
        <source>每千笔</source>
        <translation>Per 1,000</translation>
    </message>
    <message>
        <source>{total} 张</source>
        <translation>{total} cards</translation>
    </message>
    <message>
        <source>我 {total} 张</source>
        <translation>me: {total}</translation>
    </message>
    <message>
        <source>周一</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>周二</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>周三</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>周四</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>周五</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>周六</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>周日</source>
        <translation>Sun</translation>
    </message>
    <message>
        <source>等您处理（回车打开）</source>
        <translation>Waiting for you (Enter opens)</translation>
    </message>
    <message>
        <source>近七天的变化</source>
        <translation>Changes in the last seven days</translation>
    </message>
    <message>
        <source>本月用户5P卡</source>
        <translation>Customers&apos; cards this month</translation>
    </message>
    <message>
        <source>本月办理笔数</source>
        <translation>Served this month</translation>
    </message>
    <message>
        <source>本月首问按时办结</source>
        <translation>Tickets closed in time</translation>
    </message>
    <message>
        <source>今年属实投诉</source>
        <translation>Upheld complaints this year</translation>
    </message>
    <message>
        <source>首页</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>变化</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>次数</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>最近</source>
        <translation>Latest</translation>
    </message>
    <message>
        <source>页面</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>件数</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>其他文件夹…</source>
        <translation>Other folder…</translation>
    </message>
    <message>
        <source>文档</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>桌面</source>
        <translation>Desktop</translation>
    </message>
    <message>
        <source>下载</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>您的岗位资料刚有变动，屏幕已锁。请重新登录；有疑问请问站长。</source>
        <translation>Your roster entry has just changed and the screen is locked. Please sign in again; if in doubt, ask your supervisor.</translation>
    </message>
    <message>
        <source>条目</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>得分</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>不适用</source>
        <translation>Does not apply</translation>
    </message>
    <message>
        <source>另写原因</source>
        <translation>Other reason</translation>
    </message>
    <message>
        <source>锁定</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>加照片</source>
        <translation>Add photo</translation>
    </message>
    <message>
        <source>看到的时间：时</source>
        <translation>Seen at: hour</translation>
    </message>
    <message>
        <source>分</source>
        <translation>minute</translation>
    </message>
    <message>
        <source>锁定后不能再改，只能由被检单位申诉。</source>
        <translation>Once locked it cannot be changed; only the inspected unit can appeal.</translation>
    </message>
    <message>
        <source>照片里认不出任何人，可以印在通报上</source>
        <translation>Nobody can be recognised; it may be printed in the bulletin</translation>
    </message>
    <message>
        <source>直接按数字：0–{most} 得分，{skip} 不适用。↑↓ 换条目。</source>
        <translation>Just press a digit: 0–{most} points, {skip} does not apply. ↑↓ choose the line.</translation>
    </message>
    <message>
        <source>原因：{choices}，0 另写</source>
        <translation>Reason: {choices}, 0 other</translation>
    </message>
    <message>
        <source>检查员</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <source>差距与试算</source>
        <translation>Gaps and what-if</translation>
    </message>
    <message>
        <source>试算：改动参数，谁得到、谁失去名次（不保存）</source>
        <translation>What if: change settings and see who gains or loses a place (not saved)</translation>
    </message>
    <message>
        <source>试算</source>
        <translation>Calculate</translation>
    </message>
    <message>
        <source>奖励 %</source>
        <translation>Rewarded %</translation>
    </message>
    <message>
        <source>取消资格 %</source>
        <translation>Disqualified %</translation>
    </message>
    <message>
        <source>并列全部计入</source>
        <translation>all ties</translation>
    </message>
    <message>
        <source>名额够才计入</source>
        <translation>only ties that fit</translation>
    </message>
    <message>
        <source>进一</source>
        <translation>round up</translation>
    </message>
    <message>
        <source>舍去</source>
        <translation>round down</translation>
    </message>
    <message>
        <source>各月平均</source>
        <translation>monthly mean</translation>
    </message>
    <message>
        <source>各月累计</source>
        <translation>monthly sum</translation>
    </message>
    <message>
        <source>取消资格并列</source>
        <translation>Disqualified: ties</translation>
    </message>
    <message>
        <source>取消资格取整</source>
        <translation>Disqualified: rounding</translation>
    </message>
    <message>
        <source>全年算法</source>
        <translation>Year&apos;s score</translation>
    </message>
    <message>
        <source>没有变化。</source>
        <translation>No change.</translation>
    </message>
    <message>
        <source>得到奖励：{units}</source>
        <translation>Newly rewarded: {units}</translation>
    </message>
    <message>
        <source>被取消资格：{units}</source>
        <translation>Newly disqualified: {units}</translation>
    </message>
    <message>
        <source>进入排名：{units}</source>
        <translation>Newly ranked: {units}</translation>
    </message>
    <message>
        <source>失去奖励：{units}</source>
        <translation>No longer rewarded: {units}</translation>
    </message>
    <message>
        <source>恢复资格：{units}</source>
        <translation>No longer disqualified: {units}</translation>
    </message>
    <message>
        <source>不再排名：{units}</source>
        <translation>No longer ranked: {units}</translation>
    </message>
    <message>
        <source>差距最大（本单位 / 最好）</source>
        <translation>Farthest behind (own / best)</translation>
    </message>
    <message>
        <source>其次</source>
        <translation>Second</translation>
    </message>
    <message>
        <source>上月与以往相比</source>
        <translation>Trend</translation>
    </message>
    <message>
        <source>检查与通报</source>
        <translation>Inspections</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>任命并抽签</source>
        <translation>Appoint and draw</translation>
    </message>
    <message>
        <source>公布本月</source>
        <translation>Publish the month</translation>
    </message>
    <message>
        <source>决定申诉</source>
        <translation>Decide appeal</translation>
    </message>
    <message>
        <source>临时检查</source>
        <translation>Unscheduled visit</translation>
    </message>
    <message>
        <source>检查员工号（空格隔开）</source>
        <translation>Inspectors&apos; staff numbers (separated by spaces)</translation>
    </message>
    <message>
        <source>现在公开承诺值，公布结果时公开种子：各厅可以核对检查是抽出来的，不是挑出来的。</source>
        <translation>The commitment is published now, the seed with the results: halls can check that visits were drawn by lot, not picked.</translation>
    </message>
    <message>
        <source>公布后各厅看到本厅的检查和扣分原因，暗访员只显示编号，期内可以申诉。</source>
        <translation>Each hall then sees its own visits and the reasons for deductions; covert inspectors appear as numbers; appeals are open during the notice period.</translation>
    </message>
    <message>
        <source>更正后的得分（不填即维持）</source>
        <translation>Corrected points (empty: unchanged)</translation>
    </message>
    <message>
        <source>回车填写检查表。暗访记录在公布前只留在经营管理部；采纳申诉后，公布的分数仍在旁边，年度按更正的算。</source>
        <translation>Enter opens the checklist. Covert records stay in the office until publication; after an accepted appeal the published score stays beside it, and the year counts the corrected one.</translation>
    </message>
    <message>
        <source>申诉人</source>
        <translation>Appealed by</translation>
    </message>
    <message>
        <source>待决定</source>
        <translation>To be decided</translation>
    </message>
    <message>
        <source>维持</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>改为 {points}</source>
        <translation>Now {points}</translation>
    </message>
    <message>
        <source>导出排名表</source>
        <translation>Export sheet</translation>
    </message>
    <message>
        <source>销量完成率</source>
        <translation>Sales completion</translation>
    </message>
    <message>
        <source>设定考核项</source>
        <translation>Set a part</translation>
    </message>
    <message>
        <source>年度公示</source>
        <translation>Publish for notice</translation>
    </message>
    <message>
        <source>关账后的记录使 {count} 个单位不同（关账数字不变）：{units}</source>
        <translation>Later records would change {count} units (closed figures stay): {units}</translation>
    </message>
    <message>
        <source>{part} 建议 {suggested}，设为 {value}：{reason}</source>
        <translation>{part}: suggested {suggested}, set to {value}: {reason}</translation>
    </message>
    <message>
        <source>分公司</source>
        <translation>Branch</translation>
    </message>
    <message>
        <source>完成率，如 96.37%</source>
        <translation>Completion, e.g. 96.37%</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>考核项</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>公示期内可以申诉；编制人不能审核；关账后数字不再变化。</source>
        <translation>Appeals are possible during the notice period; whoever prepared it cannot approve it; closed figures never change.</translation>
    </message>
    <message>
        <source>我的检查</source>
        <translation>My inspections</translation>
    </message>
    <message>
        <source>自查或互查</source>
        <translation>Self or mutual check</translation>
    </message>
    <message>
        <source>回车填写检查表。自查只作记录，不计分；互查是检查别的分公司的单位。</source>
        <translation>Enter opens the checklist. A self-check is recorded, not scored; a mutual check is of a unit of another branch.</translation>
    </message>
    <message>
        <source>检查结果</source>
        <translation>Inspection results</translation>
    </message>
    <message>
        <source>申诉这一条</source>
        <translation>Appeal against this line</translation>
    </message>
    <message>
        <source>还没有公布的月份。</source>
        <translation>No month is published yet.</translation>
    </message>
    <message>
        <source>抽签已核对：种子与事先公开的承诺一致。本厅抽到 {slots}。</source>
        <translation>The lot is verified: the seed matches the published commitment. Drawn for this hall: {slots}.</translation>
    </message>
    <message>
        <source>本月检查未经抽签。</source>
        <translation>No lot was drawn this month.</translation>
    </message>
    <message>
        <source>申诉中</source>
        <translation>Appealed</translation>
    </message>
    <message>
        <source>迟到记录</source>
        <translation>Late records</translation>
    </message>
    <message>
        <source>自助屏 60 天以后才传上来的记录先放在汇聚库，由本厅的人看过再决定。</source>
        <translation>Records that a kiosk sends after 60 days wait at the hub until somebody of the hall has looked at them.</translation>
    </message>
    <message>
        <source>本机没有加入汇聚库。</source>
        <translation>This PC belongs to no hub.</translation>
    </message>
    <message>
        <source>现在连不上汇聚库，稍后自动重试。</source>
        <translation>The hub cannot be reached now; it will be asked again automatically.</translation>
    </message>
    <message>
        <source>采用</source>
        <translation>Let in</translation>
    </message>
    <message>
        <source>不采用</source>
        <translation>Leave aside</translation>
    </message>
    <message>
        <source>采用以后，它们和按时到达的记录一样计算。</source>
        <translation>They then count like records that arrived in time.</translation>
    </message>
    <message>
        <source>不采用的记录不再列出，也不参加任何计算。</source>
        <translation>Rejected records are no longer listed and count for nothing.</translation>
    </message>
    <message>
        <source>日期对吗？</source>
        <translation>Is the date right?</translation>
    </message>
    <message>
        <source>从{since}到{until}没有任何记录。如果时钟没有拨错，请确认；确认以后，到期的用户信息才会清除。拨错了请先改正时钟。</source>
        <translation>There are no records from {since} to {until}. If the clock is right, please confirm: only then are customers&apos; details erased when due. If it is wrong, correct the clock first.</translation>
    </message>
    <message>
        <source>日期正确</source>
        <translation>The date is right</translation>
    </message>
    <message>
        <source>已确认。</source>
        <translation>Confirmed.</translation>
    </message>
    <message>
        <source>晋级</source>
        <translation>Promotion</translation>
    </message>
    <message>
        <source>确认晋级</source>
        <translation>Confirm promotion</translation>
    </message>
    <message>
        <source>撤回晋级</source>
        <translation>Withdraw promotion</translation>
    </message>
    <message>
        <source>查找姓名、工号，或扫证书上的码  Ctrl+F</source>
        <translation>Find a name or number, or scan a certificate  Ctrl+F</translation>
    </message>
    <message>
        <source>确认后的级别不因以后排除的卡而降低；撤回须由确认人以外的同事办理并写明原因。</source>
        <translation>A confirmed level stays even when cards are excluded later; only a colleague other than the one who confirmed it can withdraw it, with a reason.</translation>
    </message>
    <message>
        <source>日记</source>
        <translation>Diary</translation>
    </message>
    <message>
        <source>评奖</source>
        <translation>Award rounds</translation>
    </message>
    <message>
        <source>看板</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>评委</source>
        <translation>Jury</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>异议</source>
        <translation>Objections</translation>
    </message>
    <message>
        <source>导出评审结果</source>
        <translation>Export the outcome</translation>
    </message>
    <message>
        <source>开始评奖</source>
        <translation>Open a round</translation>
    </message>
    <message>
        <source>从日记推荐</source>
        <translation>Nominate from diaries</translation>
    </message>
    <message>
        <source>征求本人同意</source>
        <translation>Ask for consent</translation>
    </message>
    <message>
        <source>撤出</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>重新评审</source>
        <translation>Judge again</translation>
    </message>
    <message>
        <source>推荐到 {nominate} · 评审到 {judge} · 名额 {places} · 入选 {minimum} 分</source>
        <translation>Nominations until {nominate} · judging until {judge} · {places} places · minimum {minimum} points</translation>
    </message>
    <message>
        <source>公示到 {day}</source>
        <translation>In notice until {day}</translation>
    </message>
    <message>
        <source>评委（工号或姓名，用空格分开）</source>
        <translation>Jury (staff numbers or names, separated by spaces)</translation>
    </message>
    <message>
        <source>名额</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>入选分</source>
        <translation>Minimum points</translation>
    </message>
    <message>
        <source>推荐到</source>
        <translation>Nominations until</translation>
    </message>
    <message>
        <source>评审到</source>
        <translation>Judging until</translation>
    </message>
    <message>
        <source>补请评委</source>
        <translation>Add a juror</translation>
    </message>
    <message>
        <source>当事人</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>答复异议</source>
        <translation>Answer the objection</translation>
    </message>
    <message>
        <source>结束评审</source>
        <translation>Close judging</translation>
    </message>
    <message>
        <source>评定</source>
        <translation>Decide</translation>
    </message>
    <message>
        <source>评委会主持</source>
        <translation>Chair of the jury</translation>
    </message>
    <message>
        <source>会议记录（校正后获奖者不同时必填）</source>
        <translation>Minutes (required where the check names other winners)</translation>
    </message>
    <message>
        <source>入册</source>
        <translation>Enter in the annals</translation>
    </message>
    <message>
        <source>输入工号或姓名</source>
        <translation>Type a number or a name</translation>
    </message>
    <message>
        <source>结束后不再收分，结果不再变化。</source>
        <translation>No more scores are accepted then; the outcome stays as it is.</translation>
    </message>
    <message>
        <source>向全体员工公示姓名，五个工作日内可提异议。</source>
        <translation>The names are shown to all staff; objections are taken for five working days.</translation>
    </message>
    <message>
        <source>写入经营大事迹，并把材料发给每一位被提名的人。</source>
        <translation>The awards enter the annals, and every nominee receives a copy of the text.</translation>
    </message>
    <message>
        <source>已打分</source>
        <translation>Scored</translation>
    </message>
    <message>
        <source>回避</source>
        <translation>Recused</translation>
    </message>
    <message>
        <source>未打分</source>
        <translation>Not scored</translation>
    </message>
    <message>
        <source>题目</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>最低–最高</source>
        <translation>Low–high</translation>
    </message>
    <message>
        <source>隐名编辑</source>
        <translation>Anonymise</translation>
    </message>
    <message>
        <source>事迹</source>
        <translation>Deed</translation>
    </message>
    <message>
        <source>题目（也不能有姓名、地点、日期）</source>
        <translation>Title (no name, place or date here either)</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>评审稿</source>
        <translation>For the jury</translation>
    </message>
    <message>
        <source>已通读：没有姓名、地点、日期</source>
        <translation>I have read it: no name, place or date</translation>
    </message>
    <message>
        <source>程序只替换认得的字样，不等于隐名。请通读后再交评审；改过的稿子要重新打分。</source>
        <translation>Only known strings were replaced, which is no guarantee of anonymity. Read the text through before it goes to the jury; a changed text is scored again.</translation>
    </message>
    <message>
        <source>重新替换</source>
        <translation>Replace again</translation>
    </message>
    <message>
        <source>交评审</source>
        <translation>Send to jury</translation>
    </message>
    <message>
        <source>制度与驿站</source>
        <translation>Rules and station</translation>
    </message>
    <message>
        <source>经营大事迹</source>
        <translation>Annals</translation>
    </message>
    <message>
        <source>全部年份</source>
        <translation>All years</translation>
    </message>
    <message>
        <source>查找姓名、大厅、内容，或扫证书上的码</source>
        <translation>Find a name, a hall, a word, or scan a certificate</translation>
    </message>
    <message>
        <source>证书（PDF）</source>
        <translation>Certificate (PDF)</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>累计</source>
        <translation>Cards</translation>
    </message>
    <message>
        <source>达到</source>
        <translation>Reached</translation>
    </message>
    <message>
        <source>已确认</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>待确认</source>
        <translation>To confirm</translation>
    </message>
    <message>
        <source>贴心服务奖</source>
        <translation>Caring award</translation>
    </message>
    <message>
        <source>推荐与同意</source>
        <translation>Nominate and consent</translation>
    </message>
    <message>
        <source>评审</source>
        <translation>Jury</translation>
    </message>
    <message>
        <source>待打分</source>
        <translation>To be scored</translation>
    </message>
    <message>
        <source>内容改过，请重新打分</source>
        <translation>The text changed; score it again</translation>
    </message>
    <message>
        <source>还没有可评的事迹。</source>
        <translation>Nothing to judge yet.</translation>
    </message>
    <message>
        <source>评审已经结束。</source>
        <translation>Judging is over.</translation>
    </message>
    <message>
        <source>数字键打分，回车到下一项；最后一项回车即交，并翻到下一篇没打分的。</source>
        <translation>Type a mark; Enter goes to the next one. After the last, Enter hands it in and opens the next unscored text.</translation>
    </message>
    <message>
        <source>第 {place} 篇，共 {count} 篇</source>
        <translation>{place} of {count}</translation>
    </message>
    <message>
        <source>第 {version} 版</source>
        <translation>version {version}</translation>
    </message>
    <message>
        <source>上一篇</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一篇</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>我认出了当事人</source>
        <translation>I recognise the person</translation>
    </message>
    <message>
        <source>交这一篇</source>
        <translation>Hand it in</translation>
    </message>
    <message>
        <source>公示名单</source>
        <translation>In notice</translation>
    </message>
    <message>
        <source>提出异议</source>
        <translation>Object</translation>
    </message>
    <message>
        <source>{year} 年度贴心服务奖公示到 {day}，期间任何员工都可以提出异议。</source>
        <translation>The caring awards of {year} are in notice until {day}; any member of staff may object.</translation>
    </message>
    <message>
        <source>现在没有公示中的评奖。</source>
        <translation>No awards are in notice now.</translation>
    </message>
    <message>
        <source>我的异议：{text}</source>
        <translation>My objection: {text}</translation>
    </message>
    <message>
        <source>答复（{decision}）：{answer}</source>
        <translation>Answer ({decision}): {answer}</translation>
    </message>
    <message>
        <source>从我的日记推荐</source>
        <translation>Nominate from my diary</translation>
    </message>
    <message>
        <source>关于我的，和我推荐的</source>
        <translation>About me, and nominated by me</translation>
    </message>
    <message>
        <source>推荐参评</source>
        <translation>Nominate</translation>
    </message>
    <message>
        <source>本站推荐</source>
        <translation>For the station</translation>
    </message>
    <message>
        <source>同意参评</source>
        <translation>I agree</translation>
    </message>
    <message>
        <source>我的材料（PDF）</source>
        <translation>My copy (PDF)</translation>
    </message>
    <message>
        <source>这是谁的事迹</source>
        <translation>Whose deed it is</translation>
    </message>
    <message>
        <source>现在没有评奖在接受推荐。</source>
        <translation>No round is open for nominations now.</translation>
    </message>
    <message>
        <source>{year} 年评奖正在接受推荐；交评审前会隐去姓名，并征得当事人同意。</source>
        <translation>Nominations for {year} are open; before the jury reads a text, names are removed and the person is asked for consent.</translation>
    </message>
    <message>
        <source>不同意就不参评，也不会有人知道；材料随即清除，不能再改回来。</source>
        <translation>It then does not take part and nobody is told; the text is erased, and this cannot be undone.</translation>
    </message>
    <message>
        <source>等我同意</source>
        <translation>Waiting for me</translation>
    </message>
    <message>
        <source>已同意</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>我推荐的</source>
        <translation>Nominated by me</translation>
    </message>
    <message>
        <source>没有等着隐名的事迹。</source>
        <translation>No deed is waiting to be anonymised.</translation>
    </message>
    <message>
        <source>现为第 {version} 版</source>
        <translation>Version {version} now</translation>
    </message>
    <message>
        <source>公示中</source>
        <translation>In notice</translation>
    </message>
    <message>
        <source>问卷调查</source>
        <translation>Surveys</translation>
    </message>
    <message>
        <source>开放问卷</source>
        <translation>Open a survey</translation>
    </message>
    <message>
        <source>改截止日</source>
        <translation>Change the last day</translation>
    </message>
    <message>
        <source>开箱计数</source>
        <translation>Open and count</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>截止</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>各次结果</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>各厅填写</source>
        <translation>By hall</translation>
    </message>
    <message>
        <source>分组结果</source>
        <translation>Groups</translation>
    </message>
    <message>
        <source>开箱后钥匙即销毁，只留总数。已填 {taken} 份，到箱 {sent} 份；没有到的不再计入。</source>
        <translation>The key is then destroyed and only totals remain. {taken} answered, {sent} arrived; answers that have not arrived are never counted.</translation>
    </message>
    <message>
        <source>只有这台电脑能开箱：钥匙留在本机，开箱后销毁。请等开箱后再更换电脑。</source>
        <translation>Only this PC can open the boxes: the key stays here and is destroyed after the count. Do not replace this PC before then.</translation>
    </message>
    <message>
        <source>半年</source>
        <translation>Half-year</translation>
    </message>
    <message>
        <source>人数</source>
        <translation>People</translation>
    </message>
    <message>
        <source>窗口人员</source>
        <translation>Window staff</translation>
    </message>
    <message>
        <source>已填</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>到箱</source>
        <translation>Arrived</translation>
    </message>
    <message>
        <source>员工问卷</source>
        <translation>Staff survey</translation>
    </message>
    <message>
        <source>投进票箱</source>
        <translation>Put into the ballot box</translation>
    </message>
    <message>
        <source>不记名：系统只记您填过，不记您填了什么。答案加密累加，满 5 份才成为一个总数；不足 5 人的不开箱、不显示。如果一组里人人答案相同，总数就看得出每个人的答案，这一点任何问卷都避免不了。</source>
        <translation>Anonymous: it is recorded that you answered, not what you answered. Answers are encrypted, added up and opened only as totals of at least 5; fewer are neither opened nor shown. If everybody in a group answers alike, the total tells what each of them answered: no survey can avoid that.</translation>
    </message>
    <message>
        <source>也可以按数字键 1–5 依次回答。</source>
        <translation>You can also answer with the keys 1–5, one question after the other.</translation>
    </message>
    <message>
        <source>您已填过，谢谢。结果在截止后公布。</source>
        <translation>You have answered, thank you. The results are published after the last day.</translation>
    </message>
    <message>
        <source>现在没有开放的问卷。</source>
        <translation>No survey is open now.</translation>
    </message>
    <message>
        <source>参数</source>
        <translation>Values</translation>
    </message>
    <message>
        <source>影响与发布</source>
        <translation>Effect and publishing</translation>
    </message>
    <message>
        <source>先选一项按“修改”；改过之后在这里看影响，再发布。</source>
        <translation>Choose a value and press “Change”; then see here what it would affect, and publish it.</translation>
    </message>
    <message>
        <source>看影响</source>
        <translation>See the effect</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>新的值（{unit}）</source>
        <translation>New value ({unit})</translation>
    </message>
    <message>
        <source>新的值，用顿号或逗号分开</source>
        <translation>New values, separated by commas</translation>
    </message>
    <message>
        <source>生效日</source>
        <translation>In force from</translation>
    </message>
    <message>
        <source>结果不同的记录</source>
        <translation>Records with a different result</translation>
    </message>
    <message>
        <source>影响</source>
        <translation>Effect</translation>
    </message>
    <message>
        <source>还没有改任何参数。</source>
        <translation>No value has been changed yet.</translation>
    </message>
    <message>
        <source>正在用近90天的记录试算…</source>
        <translation>Replaying the records of the last 90 days…</translation>
    </message>
    <message>
        <source>绩效和考核的参数从某月1日起。</source>
        <translation>Values of pay and assessment take effect on the first of a month.</translation>
    </message>
    <message>
        <source>现行</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>改后</source>
        <translation>After</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>不同</source>
        <translation>Differ</translation>
    </message>
    <message>
        <source>这段时间没有记录，无从比较</source>
        <translation>No records in this period to compare</translation>
    </message>
    <message>
        <source>从 {least} 到 {most}</source>
        <translation>From {least} to {most}</translation>
    </message>
    <message>
        <source>节假日安排</source>
        <translation>Public holidays</translation>
    </message>
    <message>
        <source>粘贴通知</source>
        <translation>Paste the notice</translation>
    </message>
    <message>
        <source>变动与发布</source>
        <translation>Changes and publishing</translation>
    </message>
    <message>
        <source>把国务院办公厅“关于××××年部分节假日安排的通知”全文粘贴在这里</source>
        <translation>Paste the full text of the State Council&apos;s yearly holiday notice here</translation>
    </message>
    <message>
        <source>核对通知</source>
        <translation>Check the notice</translation>
    </message>
    <message>
        <source>发布日历</source>
        <translation>Publish the calendar</translation>
    </message>
    <message>
        <source>有疑问的地方</source>
        <translation>Problems found</translation>
    </message>
    <message>
        <source>与现行日历的不同</source>
        <translation>Days that change</translation>
    </message>
    <message>
        <source>承诺日有变动的工单</source>
        <translation>Inquiries whose promised day changes</translation>
    </message>
    <message>
        <source>方向键走到某天，空格或点按改变它；与现行不同的日子有框。</source>
        <translation>Arrow keys move to a day, Space or a click changes it; changed days are framed.</translation>
    </message>
    <message>
        <source>{year} 年还没有公布的安排，按星期计算，标为未确认。</source>
        <translation>There is no schedule for {year} yet: computed from weekdays, unconfirmed.</translation>
    </message>
    <message>
        <source>还没有改动：请先粘贴通知，或在“全年”里改日子。</source>
        <translation>Nothing has changed yet: paste the notice, or change days in “Whole year”.</translation>
    </message>
    <message>
        <source>发布后，未确认的承诺日按新日历重新计算，并记入各工单。</source>
        <translation>Unconfirmed promises are then recomputed with the new calendar, which is recorded in each inquiry.</translation>
    </message>
    <message>
        <source>现在答应</source>
        <translation>Promised now</translation>
    </message>
    <message>
        <source>日子</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>上班</source>
        <translation>Working day</translation>
    </message>
    <message>
        <source>周末</source>
        <translation>Weekend</translation>
    </message>
    <message>
        <source>放假</source>
        <translation>Day off</translation>
    </message>
    <message>
        <source>与现行不同</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>缺勤</source>
        <translation>Absences</translation>
    </message>
    <message>
        <source>登记缺勤</source>
        <translation>Enter an absence</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>从文件导入</source>
        <translation>From a file</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>从</source>
        <translation>From</translation>
    </message>
    <message>
        <source>到</source>
        <translation>To</translation>
    </message>
    <message>
        <source>登记有误才撤销；绩效和培训按撤销后的记录计算。</source>
        <translation>Withdraw only entries made in error; pay and training follow the remaining records.</translation>
    </message>
    <message>
        <source>培训和外派的工作日按本人平均点数补计；休假和病假不计点数。</source>
        <translation>Working days of training and assignment are credited with the person&apos;s own mean points; leave and sick days earn none.</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>文件种类</source>
        <translation>Kind of file</translation>
    </message>
    <message>
        <source>选择文件</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>全部导入</source>
        <translation>Import all</translation>
    </message>
    <message>
        <source>跳过有误的行，导入其余的</source>
        <translation>Skip bad lines, import the rest</translation>
    </message>
    <message>
        <source>有误的行</source>
        <translation>Bad lines</translation>
    </message>
    <message>
        <source>正在导入</source>
        <translation>Importing</translation>
    </message>
    <message>
        <source>请选择文件。</source>
        <translation>Choose a file.</translation>
    </message>
    <message>
        <source>读到 {good} 行可用：新增或变动 {new}，以前已有 {known}；有误 {bad} 行。</source>
        <translation>Good lines: {good} ({new} new or changed, {known} already known). Bad lines: {bad}.</translation>
    </message>
    <message>
        <source>读到 {good} 行可用；有误 {bad} 行。不能导入：{why}</source>
        <translation>Good lines: {good}. Bad lines: {bad}. Cannot be imported: {why}</translation>
    </message>
    <message>
        <source>没有用到的列：{columns}。</source>
        <translation>Unused columns: {columns}.</translation>
    </message>
    <message>
        <source>第 {lines} 行是合计或说明，不导入。</source>
        <translation>Totals or remarks, left out: line {lines}.</translation>
    </message>
    <message>
        <source>已导入“{file}”：新增或变动 {new}，以前已有 {known}。</source>
        <translation>“{file}” is imported: {new} new or changed, {known} already known.</translation>
    </message>
    <message>
        <source>新建名单里没有登记过的大厅</source>
        <translation>Create halls that are not known yet</translation>
    </message>
    <message>
        <source>名单里整个大厅换了分公司</source>
        <translation>Whole halls have moved to the list&apos;s branch</translation>
    </message>
    <message>
        <source>工号相像的确实是不同的人</source>
        <translation>Similar numbers really are different people</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>单位与检查表</source>
        <translation>Units and checklist</translation>
    </message>
    <message>
        <source>检查表</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>移除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>放弃修改</source>
        <translation>Discard changes</translation>
    </message>
    <message>
        <source>窗口数</source>
        <translation>Windows</translation>
    </message>
    <message>
        <source>大厅（代码或名称，空格隔开）</source>
        <translation>Halls (codes or names, separated by spaces)</translation>
    </message>
    <message>
        <source>满分</source>
        <translation>Full marks</translation>
    </message>
    <message>
        <source>关键条目：得 0 分时该项减半</source>
        <translation>Critical: 0 points halves the item</translation>
    </message>
    <message>
        <source>可以写不适用</source>
        <translation>May be marked as not applicable</translation>
    </message>
    <message>
        <source>没有大厅“{hall}”，可写：{known}</source>
        <translation>There is no hall “{hall}”; known: {known}</translation>
    </message>
    <message>
        <source>几个大厅可以合成一个单位，一起检查和奖励；没有发布过时每个大厅是一个单位。</source>
        <translation>Several halls can form one unit, inspected and rewarded together; until units are published each hall is one.</translation>
    </message>
    <message>
        <source>关键</source>
        <translation>Critical</translation>
    </message>
    <message>
        <source>必查</source>
        <translation>Always applies</translation>
    </message>
    <message>
        <source>标记</source>
        <translation>Marks</translation>
    </message>
    <message>
        <source>待填销量完成率</source>
        <translation>Sales completion missing</translation>
    </message>
    <message>
        <source>单位划分</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>成效</source>
        <translation>Effect</translation>
    </message>
    <message>
        <source>各季度</source>
        <translation>Quarters</translation>
    </message>
    <message>
        <source>规则变更前后</source>
        <translation>Before and after a rule changed</translation>
    </message>
    <message>
        <source>图</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>导出成效</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>这一年没有改过规则。</source>
        <translation>No rule was changed in this year.</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>改了什么</source>
        <translation>What changed</translation>
    </message>
    <message>
        <source>日记统计</source>
        <translation>Diary counts</translation>
    </message>
    <message>
        <source>少于 {least}</source>
        <translation>fewer than {least}</translation>
    </message>
    <message>
        <source>不显示</source>
        <translation>not shown</translation>
    </message>
    <message>
        <source>处理结果（全公司）</source>
        <translation>Outcomes (whole company)</translation>
    </message>
    <message>
        <source>日记只有您和站长能看到；同意参评的、站长转办的主动发现和建议，经营管理部也能看到。</source>
        <translation>Only you and your supervisor can read your diary; the office also reads what you put forward for the award, and discoveries and suggestions that your supervisor passes on.</translation>
    </message>
    <message>
        <source>发现与困难</source>
        <translation>Ideas</translation>
    </message>
    <message>
        <source>给本人的一句话（本人在日记里看到）</source>
        <translation>A line to the author (read in their diary)</translation>
    </message>
    <message>
        <source>主动发现和建议：采纳、转办（经营管理部可见并处理）或不采纳；困难：已帮助解决或未能解决，经营管理部只看数目。</source>
        <translation>Discoveries and suggestions: adopted, passed on (the office then reads and answers them) or declined. Difficulties: helped or not solved; the office sees numbers only.</translation>
    </message>
    <message>
        <source>已帮助解决</source>
        <translation>Helped</translation>
    </message>
    <message>
        <source>未能解决</source>
        <translation>Not solved</translation>
    </message>
    <message>
        <source>待处理</source>
        <translation>To be answered</translation>
    </message>
    <message>
        <source>求助已办结 / 全部</source>
        <translation>Requests for help closed / all</translation>
    </message>
    <message>
        <source>只有数目，没有内容和姓名。困难、委屈、求助一厅不足 {least} 则的不显示；只有一厅不足时，再隐去一厅，以免相减。</source>
        <translation>Numbers only, no texts or names. A hall&apos;s difficulties, grievances and requests for help are hidden below {least}; if that is one hall only, another is hidden too, so that nobody can work it out by subtraction.</translation>
    </message>
    <message>
        <source>谁还没学</source>
        <translation>Who is missing</translation>
    </message>
    <message>
        <source>员工×课程</source>
        <translation>Staff × courses</translation>
    </message>
    <message>
        <source>课程</source>
        <translation>Course</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>{name} {number}：今年到课 {attended}/{held}（全年 {planned} 场）</source>
        <translation>{name} {number}: attended {attended}/{held} this year ({planned} planned)</translation>
    </message>
    <message>
        <source>有效至 {day}</source>
        <translation>valid until {day}</translation>
    </message>
    <message>
        <source>最晚 {day}</source>
        <translation>by {day}</translation>
    </message>
    <message>
        <source>交卷 {count} 次</source>
        <translation>papers handed in: {count}</translation>
    </message>
    <message>
        <source>有证书</source>
        <translation>certified</translation>
    </message>
    <message>
        <source>即将到期</source>
        <translation>expires soon</translation>
    </message>
    <message>
        <source>培训师补记</source>
        <translation>by the trainer</translation>
    </message>
    <message>
        <source>{question}  答：{chosen}  应答：{right}</source>
        <translation>{question}  Answered: {chosen}  Correct: {right}</translation>
    </message>
    <message>
        <source>未作答</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>竞赛</source>
        <translation>Contests</translation>
    </message>
    <message>
        <source>安排竞赛</source>
        <translation>Plan a contest</translation>
    </message>
    <message>
        <source>记速度</source>
        <translation>Enter a time</translation>
    </message>
    <message>
        <source>准假</source>
        <translation>Excuse</translation>
    </message>
    <message>
        <source>结束竞赛</source>
        <translation>Close the contest</translation>
    </message>
    <message>
        <source>结束后公布名次，成绩不能再改；没有参赛又没有准假的人降低本单位的参赛率。</source>
        <translation>Places are then published and points no longer change; people who neither took part nor are excused lower their unit&apos;s participation.</translation>
    </message>
    <message>
        <source>理论题库（不填即没有理论）</source>
        <translation>Theory question bank (empty: no theory)</translation>
    </message>
    <message>
        <source>理论题数</source>
        <translation>Number of theory questions</translation>
    </message>
    <message>
        <source>实操评委工号（空格隔开，不填即没有实操）</source>
        <translation>Practice judges&apos; staff numbers (separated by spaces; empty: no practice)</translation>
    </message>
    <message>
        <source>有速度一轮</source>
        <translation>With a speed round</translation>
    </message>
    <message>
        <source>参赛岗位</source>
        <translation>Posts that take part</translation>
    </message>
    <message>
        <source>用时（十分之一秒）</source>
        <translation>Time (tenths of a second)</translation>
    </message>
    <message>
        <source>单位成绩（平均分 × 参赛率）：</source>
        <translation>Units (mean × participation): </translation>
    </message>
    <message>
        <source>未结束</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>已结束</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>已参赛</source>
        <translation>Took part</translation>
    </message>
    <message>
        <source>未参赛</source>
        <translation>Did not take part</translation>
    </message>
    <message>
        <source>已准假</source>
        <translation>Excused</translation>
    </message>
    <message>
        <source>选手</source>
        <translation>Contestant</translation>
    </message>
    <message>
        <source>培训</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>发证</source>
        <translation>Issue certificates</translation>
    </message>
    <message>
        <source>导出一览</source>
        <translation>Export the overview</translation>
    </message>
    <message>
        <source>题库</source>
        <translation>Question bank</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>选项（每行一个，正确的前面写 *；几个 * 就是多选）</source>
        <translation>Choices, one per line, * before the correct ones (several *: several may be chosen)</translation>
    </message>
    <message>
        <source>新题</source>
        <translation>New question</translation>
    </message>
    <message>
        <source>修改（新版本）</source>
        <translation>Change (new version)</translation>
    </message>
    <message>
        <source>停用此题</source>
        <translation>Void this question</translation>
    </message>
    <message>
        <source>使用中</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>没有试卷因此改变。</source>
        <translation>No paper is affected.</translation>
    </message>
    <message>
        <source>{count} 份试卷改变，新合格 {passed} 人，没有人因此失去合格：</source>
        <translation>{count} papers change, {passed} more people pass, nobody loses a pass:</translation>
    </message>
    <message>
        <source>合格</source>
        <translation>Passed</translation>
    </message>
    <message>
        <source>未合格</source>
        <translation>Not passed</translation>
    </message>
    <message>
        <source>答题中</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>试卷</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>课程或竞赛</source>
        <translation>Course or contest</translation>
    </message>
    <message>
        <source>答对</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>场次</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>新课程</source>
        <translation>New course</translation>
    </message>
    <message>
        <source>修改课程</source>
        <translation>Change the course</translation>
    </message>
    <message>
        <source>安排培训</source>
        <translation>Plan a session</translation>
    </message>
    <message>
        <source>取消本场</source>
        <translation>Cancel the session</translation>
    </message>
    <message>
        <source>签到表（PDF）</source>
        <translation>Sign-in sheet (PDF)</translation>
    </message>
    <message>
        <source>代号（小写字母、数字、横线，也是题库的名称）</source>
        <translation>Code (lower-case letters, digits, dashes; also the name of its question bank)</translation>
    </message>
    <message>
        <source>有效月数（0 为长期）</source>
        <translation>Months of validity (0: no expiry)</translation>
    </message>
    <message>
        <source>考试题数（0 为不考）</source>
        <translation>Quiz questions (0: no quiz)</translation>
    </message>
    <message>
        <source>最晚完成</source>
        <translation>To be completed by</translation>
    </message>
    <message>
        <source>须到场签到</source>
        <translation>Attendance at a session required</translation>
    </message>
    <message>
        <source>应学岗位</source>
        <translation>Posts required to take it</translation>
    </message>
    <message>
        <source>相关岗位</source>
        <translation>Related posts</translation>
    </message>
    <message>
        <source>开始（如 09:00）</source>
        <translation>Start (e.g. 09:00)</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>培训师</source>
        <translation>Trainer</translation>
    </message>
    <message>
        <source>应到工号（空格隔开；不填为所有还没完成的人）</source>
        <translation>Staff numbers expected (separated by spaces; empty: everybody who has not completed it)</translation>
    </message>
    <message>
        <source>停开这门课程</source>
        <translation>Discontinue this course</translation>
    </message>
    <message>
        <source>课程与场次</source>
        <translation>Courses and sessions</translation>
    </message>
    <message>
        <source>到/应到</source>
        <translation>Attended</translation>
    </message>
    <message>
        <source>我的培训</source>
        <translation>My training</translation>
    </message>
    <message>
        <source>我的课程</source>
        <translation>My courses</translation>
    </message>
    <message>
        <source>开始考试</source>
        <translation>Take the quiz</translation>
    </message>
    <message>
        <source>理论答题</source>
        <translation>Theory paper</translation>
    </message>
    <message>
        <source>实操打分</source>
        <translation>Mark practice</translation>
    </message>
    <message>
        <source>得分（0–100）</source>
        <translation>Points (0–100)</translation>
    </message>
    <message>
        <source>交卷：答对 {right}/{shown}，{outcome}。</source>
        <translation>Handed in: {right} of {shown} correct, {outcome}.</translation>
    </message>
    <message>
        <source>未合格，可以再考</source>
        <translation>not passed, you may take it again</translation>
    </message>
    <message>
        <source>已交卷，竞赛结束后公布名次。</source>
        <translation>Handed in: places are published when the contest is closed.</translation>
    </message>
    <message>
        <source>上一份试卷全部答对。</source>
        <translation>All answers of the last paper were correct.</translation>
    </message>
    <message>
        <source>第 {place} 名，{total} 分</source>
        <translation>Place {place}, {total} points</translation>
    </message>
    <message>
        <source>上一题</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一题</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>交卷</source>
        <translation>Hand in</translation>
    </message>
    <message>
        <source>以后再答</source>
        <translation>Continue later</translation>
    </message>
    <message>
        <source>第 {place} 题，共 {count} 题，已答 {given} 题</source>
        <translation>Question {place} of {count}, {given} answered</translation>
    </message>
    <message>
        <source>可以选几个</source>
        <translation>Several may be chosen</translation>
    </message>
    <message>
        <source>只选一个</source>
        <translation>Choose one</translation>
    </message>
    <message>
        <source>已答 {given} 题，共 {count} 题。交卷后不能再改。</source>
        <translation>{given} of {count} answered. Nothing can be changed after handing in.</translation>
    </message>
    <message>
        <source>培训签到</source>
        <translation>Training sign-in</translation>
    </message>
    <message>
        <source>签到</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>补记</source>
        <translation>Record by hand</translation>
    </message>
    <message>
        <source>结束本场</source>
        <translation>Close the session</translation>
    </message>
    <message>
        <source>{name} {state}</source>
        <translation>{name}: {state}</translation>
    </message>
    <message>
        <source>{count} 人没有签到：有缺勤登记的算请假，其余算缺席。结束后不能再改。</source>
        <translation>{count} have not signed in: excused where an absence is recorded, otherwise absent. This cannot be changed afterwards.</translation>
    </message>
    <message>
        <source>{name} 的试卷（答对 {right}/{shown}）</source>
        <translation>{name}&apos;s paper ({right} of {shown} correct)</translation>
    </message>
    <message>
        <source>本厅培训</source>
        <translation>The hall&apos;s training</translation>
    </message>
    <message>
        <source>题干</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>已在另一台电脑上打分，分数只在经营管理部；再打以这次为准</source>
        <translation>Scored at another PC; only the office holds the scores. Scoring again replaces them</translation>
    </message>
    <message>
        <source>我</source>
        <translation>I</translation>
    </message>
    <message>
        <source>同事（不记名）</source>
        <translation>Colleagues (anonymous)</translation>
    </message>
    <message>
        <source>本厅同岗位的累计</source>
        <translation>Totals of this hall, same post</translation>
    </message>
    <message>
        <source>本奖金池的服务系数</source>
        <translation>Service factors of this pool</translation>
    </message>
    <message>
        <source>模板文件</source>
        <translation>Template file</translation>
    </message>
    <message>
        <source>导出模板</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>打开模板</source>
        <translation>Open a file</translation>
    </message>
    <message>
        <source>全部采用</source>
        <translation>Apply all</translation>
    </message>
    <message>
        <source>打开一个模板文件，这里列出里面有什么、会改什么；确认后才发布。</source>
        <translation>Open a template file: its contents and what it would change are listed here. Nothing is published until you apply it.</translation>
    </message>
    <message>
        <source>模板里有管理参数、检查表、管理制度和课程，没有人员、大厅和任何记录；写到员工姓名、工号或手机号的内容不能导出。采用时全部发布或一项也不发布，采用的参数从今天起生效。</source>
        <translation>A template holds policy, checklists, rulebooks and courses, no people, halls or records; a text that names a member of staff or a mobile number cannot be exported. It is applied as a whole or not at all; its policy takes effect today.</translation>
    </message>
    <message>
        <source>{file}：新增 {new}，改动 {changed}，相同 {same}，不认识 {unknown}。</source>
        <translation>{file}: {new} new, {changed} changed, {same} the same, {unknown} unknown.</translation>
    </message>
    <message>
        <source>已采用 {count} 项。</source>
        <translation>{count} items applied.</translation>
    </message>
    <message>
        <source>数值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>现为</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>删去</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>条文没有变化。</source>
        <translation>No article has changed.</translation>
    </message>
    <message>
        <source>条文以外</source>
        <translation>Outside the articles</translation>
    </message>
    <message>
        <source>代号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>哪一本</source>
        <translation>Book</translation>
    </message>
    <message>
        <source>标准</source>
        <translation>Standards</translation>
    </message>
    <message>
        <source>正文（Markdown；条文写“第1条 …”）</source>
        <translation>Text (Markdown; articles begin with 第1条)</translation>
    </message>
    <message>
        <source>发布后的样子</source>
        <translation>As it will look</translation>
    </message>
    <message>
        <source>撤销这一章</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>存为征求意见稿</source>
        <translation>Save as a draft</translation>
    </message>
    <message>
        <source>征求意见</source>
        <translation>Consultation</translation>
    </message>
    <message>
        <source>记录意见</source>
        <translation>Record opinions</translation>
    </message>
    <message>
        <source>征求对象</source>
        <translation>Who was asked</translation>
    </message>
    <message>
        <source>提出的意见</source>
        <translation>What was said</translation>
    </message>
    <message>
        <source>处理结果（可不填）</source>
        <translation>What came of it (optional)</translation>
    </message>
    <message>
        <source>意见稿各大厅可以阅读；职工的意见只留在经营管理部。回车把意见稿放进编辑区。</source>
        <translation>All halls can read drafts; staff opinions stay in the office. Enter opens a draft in the editor.</translation>
    </message>
    <message>
        <source>存于</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>征求次数</source>
        <translation>Consultations</translation>
    </message>
    <message>
        <source>签收</source>
        <translation>Receipts</translation>
    </message>
    <message>
        <source>站长在“管理制度”的“谁还没读”里签收。有新版发布后须重新发放、签收。</source>
        <translation>Supervisors sign under “Rulebook”, “Who has not read”. A new edition is handed out and signed for again.</translation>
    </message>
    <message>
        <source>已签收</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>旧版</source>
        <translation>Older edition</translation>
    </message>
    <message>
        <source>未签收</source>
        <translation>Not signed</translation>
    </message>
    <message>
        <source>版次</source>
        <translation>Edition</translation>
    </message>
    <message>
        <source>册数</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>签收人</source>
        <translation>Signed by</translation>
    </message>
    <message>
        <source>实质修改：须重新阅读</source>
        <translation>Change of substance: to be read again</translation>
    </message>
    <message>
        <source>文字修正：已读的仍算已读</source>
        <translation>Wording only: earlier readings count</translation>
    </message>
    <message>
        <source>最迟读完</source>
        <translation>To be read by</translation>
    </message>
    <message>
        <source>撤销后各大厅不再显示，也不再要求阅读；以后可以重新发布。</source>
        <translation>Halls no longer show it and nobody has to read it; it can be published again later.</translation>
    </message>
    <message>
        <source>没有征求意见的记录。涉及职工切身利益的制度，应先与职工代表大会或全体职工讨论（劳动合同法第四条）。</source>
        <translation>No consultation is on record. Rules that affect employees&apos; own interests must first be discussed with the employee congress or all employees (Labour Contract Law, article 4).</translation>
    </message>
    <message>
        <source>看改了什么</source>
        <translation>See what changed</translation>
    </message>
    <message>
        <source>看全文</source>
        <translation>Show full text</translation>
    </message>
    <message>
        <source>签收制度册</source>
        <translation>Sign for booklets</translation>
    </message>
    <message>
        <source>还没有签收</source>
        <translation>Not signed for yet</translation>
    </message>
    <message>
        <source>{day}版 已签收 {copies} 册</source>
        <translation>edition of {day}: {copies} copies signed for</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>（不对应）</source>
        <translation>(none)</translation>
    </message>
    <message>
        <source>看条文</source>
        <translation>Show the article</translation>
    </message>
    <message>
        <source>两项各折算成 20 分，条目的满分只定比重。已开始的检查仍按原来的版本。扣分时可从条目打开对应的条文。</source>
        <translation>Each item is converted to 20 points; a line&apos;s full marks only set its weight. Visits already begun keep their version. A deduction can open the article behind its line.</translation>
    </message>
    <message>
        <source>服务之窗编辑</source>
        <translation>Column desk</translation>
    </message>
    <message>
        <source>稿件</source>
        <translation>Stories</translation>
    </message>
    <message>
        <source>各期</source>
        <translation>Issues</translation>
    </message>
    <message>
        <source>推广与交流</source>
        <translation>Adoption and meetings</translation>
    </message>
    <message>
        <source>篇目</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>新一期</source>
        <translation>New issue</translation>
    </message>
    <message>
        <source>日期和标题</source>
        <translation>Date and title</translation>
    </message>
    <message>
        <source>期号</source>
        <translation>Issue number</translation>
    </message>
    <message>
        <source>发布日期</source>
        <translation>Date of publication</translation>
    </message>
    <message>
        <source>标题（可不填）</source>
        <translation>Title (optional)</translation>
    </message>
    <message>
        <source>上移</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>移出</source>
        <translation>Take out</translation>
    </message>
    <message>
        <source>发布</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>再次发布</source>
        <translation>Republish</translation>
    </message>
    <message>
        <source>撤下这一篇</source>
        <translation>Retract this story</translation>
    </message>
    <message>
        <source>更正说明（读者会看到）</source>
        <translation>What was corrected (readers see it)</translation>
    </message>
    <message>
        <source>发布后不能再改；印出的不收回，电子版可以更正或撤下。</source>
        <translation>Once published it cannot be changed. Printed copies stay; in the electronic versions a story can be corrected or retracted.</translation>
    </message>
    <message>
        <source>没有改动的篇目保持原样，已有的核稿和审核继续有效。</source>
        <translation>Unchanged stories stay as they are; their readings and approvals remain valid.</translation>
    </message>
    <message>
        <source>照旧</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>有更正待发布</source>
        <translation>Correction to be published</translation>
    </message>
    <message>
        <source>编排中</source>
        <translation>In preparation</translation>
    </message>
    <message>
        <source>序</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>新稿</source>
        <translation>New story</translation>
    </message>
    <message>
        <source>来自</source>
        <translation>From</translation>
    </message>
    <message>
        <source>直接写</source>
        <translation>Written directly</translation>
    </message>
    <message>
        <source>栏目</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>写谁（可不填）</source>
        <translation>About whom (optional)</translation>
    </message>
    <message>
        <source>不写某一个人</source>
        <translation>Nobody in particular</translation>
    </message>
    <message>
        <source>不属于某个大厅</source>
        <translation>No particular hall</translation>
    </message>
    <message>
        <source>内容（用原文可不填）</source>
        <translation>Text (empty: the original is used)</translation>
    </message>
    <message>
        <source>起草或修改</source>
        <translation>Draft or edit</translation>
    </message>
    <message>
        <source>写到同事请写全名，刊登时按各人的意愿署名；同名的写〔工号〕。用户不写姓名和电话。放图片的地方另起一行写〔图：说明〕。</source>
        <translation>Write colleagues&apos; full names: they are printed as each agrees to. If two share a name, write 〔staff number〕. Never give customers&apos; names or phones. Where a picture goes, write 〔图：caption〕 on a line of its own.</translation>
    </message>
    <message>
        <source>引用用户留言</source>
        <translation>Quote a customer</translation>
    </message>
    <message>
        <source>不引用</source>
        <translation>No quotation</translation>
    </message>
    <message>
        <source>不刊登</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>存为新一版</source>
        <translation>Save as a new version</translation>
    </message>
    <message>
        <source>征求同意</source>
        <translation>Ask for consent</translation>
    </message>
    <message>
        <source>请本人核稿</source>
        <translation>Send to be proof-read</translation>
    </message>
    <message>
        <source>审核通过</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>编入这一期</source>
        <translation>Put into the issue</translation>
    </message>
    <message>
        <source>请先起草</source>
        <translation>Draft it first</translation>
    </message>
    <message>
        <source>等各人答复</source>
        <translation>Waiting for answers</translation>
    </message>
    <message>
        <source>请改稿或不刊登</source>
        <translation>Edit it or do not print it</translation>
    </message>
    <message>
        <source>等本人核稿</source>
        <translation>Waiting to be proof-read</translation>
    </message>
    <message>
        <source>等新一期</source>
        <translation>Waiting for a new issue</translation>
    </message>
    <message>
        <source>已刊登</source>
        <translation>Published</translation>
    </message>
    <message>
        <source>已撤下</source>
        <translation>Retracted</translation>
    </message>
    <message>
        <source>未征求</source>
        <translation>not asked</translation>
    </message>
    <message>
        <source>未答复</source>
        <translation>not answered</translation>
    </message>
    <message>
        <source>做通报</source>
        <translation>Write the bulletin</translation>
    </message>
    <message>
        <source>经验推广</source>
        <translation>Experiences</translation>
    </message>
    <message>
        <source>交流会</source>
        <translation>Meetings</translation>
    </message>
    <message>
        <source>新交流会</source>
        <translation>New meeting</translation>
    </message>
    <message>
        <source>登记参加</source>
        <translation>Record attendance</translation>
    </message>
    <message>
        <source>哪一期</source>
        <translation>Which issue</translation>
    </message>
    <message>
        <source>参加人员（工号或姓名，用空格分开）</source>
        <translation>Participants (numbers or names, separated by spaces)</translation>
    </message>
    <message>
        <source>未答复：{halls}</source>
        <translation>No answer from: {halls}</translation>
    </message>
    <message>
        <source>参加</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>反馈</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>经验</source>
        <translation>Experience</translation>
    </message>
    <message>
        <source>服务之窗</source>
        <translation>Service Window</translation>
    </message>
    <message>
        <source>与我有关</source>
        <translation>About me</translation>
    </message>
    <message>
        <source>本厅</source>
        <translation>This hall</translation>
    </message>
    <message>
        <source>用户留言</source>
        <translation>Customers&apos; sentences</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>怎么用，或为什么不适用</source>
        <translation>How you use it, or why it does not apply</translation>
    </message>
    <message>
        <source>同意引用</source>
        <translation>May be quoted</translation>
    </message>
    <message>
        <source>不再引用</source>
        <translation>No longer</translation>
    </message>
    <message>
        <source>推荐事迹</source>
        <translation>Submit a deed</translation>
    </message>
    <message>
        <source>刊登前会征求本人同意，并请本人核稿。用户不写姓名。</source>
        <translation>The person concerned is asked first and proof-reads the text. Customers are never named.</translation>
    </message>
    <message>
        <source>可引用</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>引用</source>
        <translation>Quoted</translation>
    </message>
    <message>
        <source>写到我的稿件</source>
        <translation>Stories I am in</translation>
    </message>
    <message>
        <source>我的投稿</source>
        <translation>My contributions</translation>
    </message>
    <message>
        <source>怎样署名</source>
        <translation>How I appear</translation>
    </message>
    <message>
        <source>核稿</source>
        <translation>Proof-read</translation>
    </message>
    <message>
        <source>投稿</source>
        <translation>Contribute</translation>
    </message>
    <message>
        <source>我在文中</source>
        <translation>In the text I appear</translation>
    </message>
    <message>
        <source>这一稿</source>
        <translation>This version</translation>
    </message>
    <message>
        <source>可以刊登</source>
        <translation>May be printed</translation>
    </message>
    <message>
        <source>要改</source>
        <translation>Needs changes</translation>
    </message>
    <message>
        <source>要改什么</source>
        <translation>What needs changing</translation>
    </message>
    <message>
        <source>内容（用日记的原文可不填）</source>
        <translation>Text (empty: as in the diary)</translation>
    </message>
    <message>
        <source>刊登前还会请您核稿。困难和委屈也只有您自己能投稿。</source>
        <translation>You proof-read the text before it is printed. Only you yourself can contribute a difficulty or a grievance.</translation>
    </message>
    <message>
        <source>等我答复</source>
        <translation>Waiting for me</translation>
    </message>
    <message>
        <source>请核稿</source>
        <translation>Please proof-read</translation>
    </message>
    <message>
        <source>编辑中</source>
        <translation>Being edited</translation>
    </message>
    <message>
        <source>复制到公众号</source>
        <translation>Copy for official account</translation>
    </message>
    <message>
        <source>交流会反馈</source>
        <translation>Feedback on the meeting</translation>
    </message>
    <message>
        <source>还想说的（不具名）</source>
        <translation>Anything else (without your name)</translation>
    </message>
    <message>
        <source>只显示合计，满 {least} 人才显示。</source>
        <translation>Only totals are shown, from {least} answers on.</translation>
    </message>
    <message>
        <source>还没有发布过服务之窗。</source>
        <translation>Nothing has been published yet.</translation>
    </message>
    <message>
        <source>篇</source>
        <translation>Stories</translation>
    </message>
    <message>
        <source>在大厅荣誉墙展示我</source>
        <translation>Show me on the honour wall</translation>
    </message>
    <message>
        <source>不再在荣誉墙展示</source>
        <translation>No longer on the honour wall</translation>
    </message>
    <message>
        <source>请先在表中选一行。</source>
        <translation>Choose a row of the table first.</translation>
    </message>
    <message>
        <source>还没有评奖。</source>
        <translation>There is no round yet.</translation>
    </message>
    <message>
        <source>现在不接受推荐。</source>
        <translation>Nominations are not open now.</translation>
    </message>
    <message>
        <source>日记里没有等着推荐的事迹。</source>
        <translation>No deed in the diaries is waiting to be nominated.</translation>
    </message>
    <message>
        <source>请先在看板上选一件事迹。</source>
        <translation>Choose a deed on the board first.</translation>
    </message>
    <message>
        <source>只有刚推荐的事迹要征求本人同意。</source>
        <translation>Consent is asked only for newly nominated deeds.</translation>
    </message>
    <message>
        <source>这件事迹已经撤出。</source>
        <translation>This deed is withdrawn already.</translation>
    </message>
    <message>
        <source>现在不在评审。</source>
        <translation>Judging is not open now.</translation>
    </message>
    <message>
        <source>还没有评审结果。</source>
        <translation>There is no result yet.</translation>
    </message>
    <message>
        <source>这件异议已经答复。</source>
        <translation>This objection is answered already.</translation>
    </message>
    <message>
        <source>本月已经公布。</source>
        <translation>The month is already published.</translation>
    </message>
    <message>
        <source>本月已经抽过签。</source>
        <translation>This month&apos;s visits are already drawn.</translation>
    </message>
    <message>
        <source>先打开“申诉”，选一件申诉。</source>
        <translation>Open “Appeals” and choose one first.</translation>
    </message>
    <message>
        <source>这件申诉已经决定。</source>
        <translation>This appeal is decided already.</translation>
    </message>
    <message>
        <source>本月已经在公示。</source>
        <translation>The month is already in notice.</translation>
    </message>
    <message>
        <source>本月已经关账，数字不再变化。</source>
        <translation>The month is closed; its figures no longer change.</translation>
    </message>
    <message>
        <source>本月还不能分配，原因列在“核对”里。</source>
        <translation>The month cannot be distributed yet; the reasons are listed under “Checks”.</translation>
    </message>
    <message>
        <source>关账后才有更正；现在改事实，数字自动重算。</source>
        <translation>Corrections come only after closing; for now correct the facts and the figures follow.</translation>
    </message>
    <message>
        <source>先公示，公示期满后由另一人关账。</source>
        <translation>Publish for notice first; when the notice period is over, another person closes it.</translation>
    </message>
    <message>
        <source>还没有可以导出的分配表。</source>
        <translation>There is no pay sheet to export yet.</translation>
    </message>
    <message>
        <source>这件申诉已经答复。</source>
        <translation>This appeal is answered already.</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Checks</translation>
    </message>
    <message>
        <source>先办</source>
        <translation>First</translation>
    </message>
    <message>
        <source>注意</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>参考</source>
        <translation>For information</translation>
    </message>
    <message>
        <source>这一条只供参考，没有要去的页面。</source>
        <translation>For information only; there is no page to go to.</translation>
    </message>
    <message>
        <source>就在本页办：设奖金池、公示或更正。</source>
        <translation>On this page: set a pool, publish for notice or correct.</translation>
    </message>
    <message>
        <source>去办理</source>
        <translation>Go there</translation>
    </message>
    <message>
        <source>在哪里办</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>设奖金池</source>
        <translation>Set a pool</translation>
    </message>
    <message>
        <source>金额（元）</source>
        <translation>Amount (yuan)</translation>
    </message>
    <message>
        <source>全公司一笔，按人天分到各厅</source>
        <translation>One amount for the company, by staff-days</translation>
    </message>
    <message>
        <source>公示前都可以改；也可以在“导入”里用文件一次导入。</source>
        <translation>It can be changed until the notice; all pools can also come from one file under “Import”.</translation>
    </message>
    <message>
        <source>随哪个月发放</source>
        <translation>Paid with which month</translation>
    </message>
    <message>
        <source>按当月的规则、今天的记录重算，差额随一个未关账的月份发放；关账的数字不变。</source>
        <translation>Recomputed by that month&apos;s rules from today&apos;s records; the difference is paid with a month still open. Closed figures stay.</translation>
    </message>
    <message>
        <source>已记录。</source>
        <translation>Recorded.</translation>
    </message>
    <message>
        <source>这位员工没有到期待确认的级别。</source>
        <translation>This person has no level waiting to be confirmed.</translation>
    </message>
    <message>
        <source>这位员工还没有确认过的级别。</source>
        <translation>This person has no confirmed level yet.</translation>
    </message>
    <message>
        <source>本年度已经关账，数字不再变化。</source>
        <translation>The year is closed; its figures no longer change.</translation>
    </message>
    <message>
        <source>大事迹里还没有内容。</source>
        <translation>The annals are still empty.</translation>
    </message>
    <message>
        <source>本人不愿具名，没有证书。</source>
        <translation>The person does not wish to be named; there is no certificate.</translation>
    </message>
    <message>
        <source>证书由本人或经营管理部打印。</source>
        <translation>Only the person or the office prints the certificate.</translation>
    </message>
    <message>
        <source>这是第一篇。</source>
        <translation>This is the first.</translation>
    </message>
    <message>
        <source>这是最后一篇。</source>
        <translation>This is the last.</translation>
    </message>
    <message>
        <source>这是您推荐的，由当事人决定。</source>
        <translation>You nominated this; the person concerned decides.</translation>
    </message>
    <message>
        <source>已经同意参评。</source>
        <translation>Consent is given already.</translation>
    </message>
    <message>
        <source>已经签过字。</source>
        <translation>Signed already.</translation>
    </message>
    <message>
        <source>还在公示；关账后签字。</source>
        <translation>Still in notice; sign after closing.</translation>
    </message>
    <message>
        <source>公示期已过，不能再申诉。</source>
        <translation>The notice period is over; no more appeals.</translation>
    </message>
    <message>
        <source>已经认定；有新证据时由经营管理部重新处理。</source>
        <translation>The verdict is final; with new evidence the office can reopen it.</translation>
    </message>
    <message>
        <source>站长还没有拟定意见。</source>
        <translation>The supervisor has not proposed a verdict yet.</translation>
    </message>
    <message>
        <source>只有当事人能说明。</source>
        <translation>Only the person concerned can answer.</translation>
    </message>
    <message>
        <source>还没有认定，不用重新处理。</source>
        <translation>No verdict yet; there is nothing to reopen.</translation>
    </message>
    <message>
        <source>这一条没有对应的条文。</source>
        <translation>No article of the rulebook belongs to this line.</translation>
    </message>
    <message>
        <source>这一条已经申诉过。</source>
        <translation>This line has already been appealed against.</translation>
    </message>
    <message>
        <source>错题只在答题的那台电脑上、培训师和经营管理部能看。</source>
        <translation>Wrong answers can be seen only on the PC where the paper was answered, by the trainer and by the office.</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>复制“{cell}”</source>
        <translation>Copy “{cell}”</translation>
    </message>
    <message>
        <source>复制整行</source>
        <translation>Copy the row</translation>
    </message>
    <message>
        <source>复制整个表格</source>
        <translation>Copy the whole table</translation>
    </message>
    <message>
        <source>排序</source>
        <translation>Sort</translation>
    </message>
    <message>
        <source>恢复原来的顺序</source>
        <translation>Restore the original order</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>恢复原来的列宽</source>
        <translation>Restore the original widths</translation>
    </message>
    <message>
        <source>输入要找的字，Esc 看全部</source>
        <translation>Type to find; Esc shows all</translation>
    </message>
    <message>
        <source>{hint}（{key} 看说明）</source>
        <translation>{hint} ({key}: help)</translation>
    </message>
    <message>
        <source>怎么用：{page}</source>
        <translation>How to use: {page}</translation>
    </message>
    <message>
        <source>背后的规则（现行第 {version} 版）</source>
        <translation>The rules behind it (version {version} in force)</translation>
    </message>
    <message>
        <source>这里能用的键</source>
        <translation>Keys that work here</translation>
    </message>
    <message>
        <source>这一页的说明</source>
        <translation>Help on the page</translation>
    </message>
    <message>
        <source>中文 / English</source>
        <translation>中文 / English</translation>
    </message>
    <message>
        <source>下一个标签页；Ctrl+PgUp 上一个</source>
        <translation>Next tab; Ctrl+PgUp for the one before</translation>
    </message>
    <message>
        <source>新建首问工单（窗口人员，在哪一页都可以）</source>
        <translation>New first-inquiry ticket (window staff, on any page)</translation>
    </message>
    <message>
        <source>查找；光标在表格里时筛选这个表格</source>
        <translation>Search; in a table: filter it</translation>
    </message>
    <message>
        <source>复制表格里选中的一行</source>
        <translation>Copy the row of a table</translation>
    </message>
    <message>
        <source>表格的菜单：排序、筛选、复制</source>
        <translation>Menu of a table: sort, filter, copy</translation>
    </message>
    <message>
        <source>关闭对话框，不保存</source>
        <translation>Close a dialog without saving</translation>
    </message>
    <message>
        <source>规则</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>含义</source>
        <translation>Meaning</translation>
    </message>
    <message>
        <source>键</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>做什么</source>
        <translation>What it does</translation>
    </message>
    <message>
        <source>帮助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>打开文件</source>
        <translation>Open the file</translation>
    </message>
    <message>
        <source>打开所在文件夹</source>
        <translation>Open its folder</translation>
    </message>
    <message>
        <source>新增人员</source>
        <translation>New person</translation>
    </message>
    <message>
        <source>修改资料</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>离开过又回来的，填原来的工号，以前的卡和记录都还在。</source>
        <translation>For somebody who comes back, enter their former number: cards and records are still there.</translation>
    </message>
    <message>
        <source>{name} 的资料已保存。</source>
        <translation>{name}&apos;s details are saved.</translation>
    </message>
    <message>
        <source>窗口（没有就不填）</source>
        <translation>Window (empty for none)</translation>
    </message>
    <message>
        <source>没有岗位（经营管理部）</source>
        <translation>No post (office)</translation>
    </message>
    <message>
        <source>工号没有写错</source>
        <translation>The number is right</translation>
    </message>
    <message>
        <source>离职</source>
        <translation>Leaving</translation>
    </message>
    <message>
        <source>{name} {number} 将不能再登录，也不再出现在自助屏上。已有的卡、工单和记录都保留；没办完的工单请先转给别人。</source>
        <translation>{name} {number} will no longer be able to sign in or be shown on the kiosk. Cards, inquiries and records are kept; please transfer open inquiries first.</translation>
    </message>
    <message>
        <source>{name} 已从名单里去掉。回来时用原工号“新增人员”。</source>
        <translation>{name} is off the roster. If they come back: “New person” with the former number.</translation>
    </message>
    <message>
        <source>选一张照片</source>
        <translation>Choose a picture</translation>
    </message>
    <message>
        <source>照片 (*.jpg *.jpeg *.png *.bmp *.webp *.tif *.tiff)</source>
        <translation>Pictures (*.jpg *.jpeg *.png *.bmp *.webp *.tif *.tiff)</translation>
    </message>
    <message>
        <source>{name} 的照片已更换，自助屏稍后显示。</source>
        <translation>{name}&apos;s photo has been changed; the kiosk will show it shortly.</translation>
    </message>
    <message>
        <source>先在表格里选一个人。</source>
        <translation>Choose a person in the table first.</translation>
    </message>
    <message>
        <source>改密码</source>
        <translation>Change PIN</translation>
    </message>
    <message>
        <source>新密码要 {digits} 位数字，不要用生日、连号。忘记密码请找站长，在“人员与窗口”里重设。</source>
        <translation>A PIN has {digits} digits; do not use a birthday or consecutive digits. If you forget it, the supervisor sets a new one under “Roster”.</translation>
    </message>
    <message>
        <source>现在的密码</source>
        <translation>Current PIN</translation>
    </message>
    <message>
        <source>新密码</source>
        <translation>New PIN</translation>
    </message>
    <message>
        <source>再输一次新密码</source>
        <translation>Repeat the new PIN</translation>
    </message>
    <message>
        <source>两次输入的不一样。</source>
        <translation>The two entries differ.</translation>
    </message>
    <message>
        <source>密码已更改，请用新密码登录。</source>
        <translation>The PIN is changed. Please sign in with the new one.</translation>
    </message>
    <message>
        <source>有效 {count} 个月</source>
        <translation>valid for {count} months</translation>
    </message>
    <message>
        <source>长期有效</source>
        <translation>valid for ever</translation>
    </message>
    <message>
        <source>考试 {count} 题</source>
        <translation>a quiz of {count}</translation>
    </message>
    <message>
        <source>不考试</source>
        <translation>no quiz</translation>
    </message>
    <message>
        <source>还没有征求意见稿。</source>
        <translation>There is no draft yet.</translation>
    </message>
    <message>
        <source>还没有竞赛。</source>
        <translation>There is no contest yet.</translation>
    </message>
    <message>
        <source>没有选手。</source>
        <translation>There are no contestants.</translation>
    </message>
    <message>
        <source>这次竞赛没有速度一轮。</source>
        <translation>This contest has no speed round.</translation>
    </message>
    <message>
        <source>没有等待发证的人。</source>
        <translation>Nobody is waiting for a certificate.</translation>
    </message>
    <message>
        <source>还没有人应学。</source>
        <translation>Nobody is required to take a course yet.</translation>
    </message>
    <message>
        <source>此人还没有证书。</source>
        <translation>This person has no certificate yet.</translation>
    </message>
    <message>
        <source>还没有试题。</source>
        <translation>There are no questions yet.</translation>
    </message>
    <message>
        <source>还没有课程。</source>
        <translation>There is no course yet.</translation>
    </message>
    <message>
        <source>还没有安排场次。</source>
        <translation>No session is planned yet.</translation>
    </message>
    <message>
        <source>这门课程不用到场签到。</source>
        <translation>This course needs no session.</translation>
    </message>
    <message>
        <source>没有要学的课程。</source>
        <translation>You have no courses to take.</translation>
    </message>
    <message>
        <source>您不在参赛名单。</source>
        <translation>You are not on the list of contestants.</translation>
    </message>
    <message>
        <source>没有您读过的旧版可以对照。</source>
        <translation>There is no older version that you have read to compare with.</translation>
    </message>
    <message>
        <source>征求意见稿不用确认。</source>
        <translation>A draft need not be acknowledged.</translation>
    </message>
    <message>
        <source>这是现行版，要确认的是将要生效的新版。</source>
        <translation>This is the version in force; acknowledge the new version that takes effect later.</translation>
    </message>
    <message>
        <source>还没有由您培训的场次。</source>
        <translation>You have no sessions to train yet.</translation>
    </message>
    <message>
        <source>没有应到人员。</source>
        <translation>Nobody is expected.</translation>
    </message>
    <message>
        <source>选一项变更，下表是它前后同样长的对比；前后不同不等于因为规则。</source>
        <translation>Choose a change: the table compares equally long periods before and after it. A difference is no proof that the rule caused it.</translation>
    </message>
    <message>
        <source>代取号</source>
        <translation>For a customer</translation>
    </message>
    <message>
        <source>替用户取一个号。优先的原因会记下来，小票上也有标记。</source>
        <translation>Takes a number for a customer. The reason for priority is recorded and marked on the slip.</translation>
    </message>
    <message>
        <source>说不清，直接取号</source>
        <translation>Not sure, any window</translation>
    </message>
    <message>
        <source>优先</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>不优先</source>
        <translation>No priority</translation>
    </message>
    <message>
        <source>优先办理</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>{label} 提到前面，原因会记入当天的日志。</source>
        <translation>{label} moves to the front; the reason is recorded in the day&apos;s log.</translation>
    </message>
    <message>
        <source>好了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>排队号的二维码</source>
        <translation>QR code of the number</translation>
    </message>
    <message>
        <source>前面 {n} 位</source>
        <translation>{n} ahead</translation>
    </message>
    <message>
        <source>约 {minutes} 分钟</source>
        <translation>about {minutes} min</translation>
    </message>
    <message>
        <source>已取号 {label}，小票已打印。</source>
        <translation>{label} is taken, its slip is printed.</translation>
    </message>
    <message>
        <source>没有设置小票打印机：请用户拍下这一页，或抄下号码。</source>
        <translation>No slip printer is set: let the customer photograph this page or note the number.</translation>
    </message>
    <message>
        <source>优先（{why}）</source>
        <translation>priority ({why})</translation>
    </message>
    <message>
        <source>指定呼叫</source>
        <translation>Call selected</translation>
    </message>
    <message>
        <source>不播报</source>
        <translation>No announcements</translation>
    </message>
    <message>
        <source>本机：只播报本窗口</source>
        <translation>This PC: its own window&apos;s calls</translation>
    </message>
    <message>
        <source>本机：播报全厅</source>
        <translation>This PC: the whole hall&apos;s calls</translation>
    </message>
    <message>
        <source>本机的叫号屏程序</source>
        <translation>The hall sign on this PC</translation>
    </message>
    <message>
        <source>普通话</source>
        <translation>Chinese</translation>
    </message>
    <message>
        <source>英语</source>
        <translation>English</translation>
    </message>
    <message>
        <source>先普通话，后英语</source>
        <translation>Chinese, then English</translation>
    </message>
    <message>
        <source>谁来播报</source>
        <translation>Who announces calls</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>音量（%）</source>
        <translation>Volume (%)</translation>
    </message>
    <message>
        <source>每次播报几遍</source>
        <translation>Times per call</translation>
    </message>
    <message>
        <source>安静时段从</source>
        <translation>Quiet from</translation>
    </message>
    <message>
        <source>如 12:00，可不填</source>
        <translation>e.g. 12:00, or empty</translation>
    </message>
    <message>
        <source>已保存，从下一个号起生效。</source>
        <translation>Saved; takes effect with the next number.</translation>
    </message>
    <message>
        <source>安静时段请写成 12:00 这样的时间，两处都填或都不填。</source>
        <translation>Write the quiet hours like 12:00, both or neither.</translation>
    </message>
    <message>
        <source>这台电脑没有播放声音的程序，不会有声音；叫号照常，录音可以先准备好。</source>
        <translation>This PC has no program to play sound, so nothing is heard. Calling still works; recordings can be prepared.</translation>
    </message>
    <message>
        <source>正在播放；没有声音时请检查音箱和系统音量。</source>
        <translation>Playing. If you hear nothing, look at the loudspeaker and the system&apos;s volume.</translation>
    </message>
    <message>
        <source>没有可播放的录音。</source>
        <translation>There is nothing to play.</translation>
    </message>
    <message>
        <source>“{text}”已换成自己的录音。</source>
        <translation>“{text}” now uses your own recording.</translation>
    </message>
    <message>
        <source>“{text}”已恢复自带的录音。</source>
        <translation>“{text}” uses the built-in recording again.</translation>
    </message>
    <message>
        <source>这个文件不能用：请录成 WAV（16位，8至48千赫）。</source>
        <translation>This file cannot be used: record a WAV (16 bit, 8 to 48 kHz).</translation>
    </message>
    <message>
        <source>这段录音超过5秒，请只录这一句。</source>
        <translation>This recording is longer than 5 seconds; record this phrase only.</translation>
    </message>
    <message>
        <source>这段录音里没有声音。</source>
        <translation>There is no sound in this recording.</translation>
    </message>
    <message>
        <source>选一段录音</source>
        <translation>Choose a recording</translation>
    </message>
    <message>
        <source>自带</source>
        <translation>Built in</translation>
    </message>
    <message>
        <source>自己的录音</source>
        <translation>Your own</translation>
    </message>
    <message>
        <source>缺少</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>太响，会破音</source>
        <translation>Too loud, distorted</translation>
    </message>
    <message>
        <source>太轻</source>
        <translation>Too quiet</translation>
    </message>
    <message>
        <source>叫号语音</source>
        <translation>Voice</translation>
    </message>
    <message>
        <source>试听一次叫号</source>
        <translation>Hear a call</translation>
    </message>
    <message>
        <source>播放这一句</source>
        <translation>Play this one</translation>
    </message>
    <message>
        <source>换成自己的录音</source>
        <translation>Use a recording</translation>
    </message>
    <message>
        <source>恢复自带的</source>
        <translation>Use the built-in one</translation>
    </message>
    <message>
        <source>播报用的词句</source>
        <translation>Phrases of the calls</translation>
    </message>
    <message>
        <source>词句</source>
        <translation>Phrase</translation>
    </message>
    <message>
        <source>录音</source>
        <translation>Recording</translation>
    </message>
    <message>
        <source>秒</source>
        <translation>Seconds</translation>
    </message>
    <message>
        <source>响度</source>
        <translation>Loudness</translation>
    </message>
    <message>
        <source>没有用户屏</source>
        <translation>No customer&apos;s display</translation>
    </message>
    <message>
        <source>屏幕 {n}：{name}（{width}×{height}）</source>
        <translation>Display {n}: {name} ({width}×{height})</translation>
    </message>
    <message>
        <source>屏幕 {n}：本窗口所在的屏幕</source>
        <translation>Display {n}: the one of this window</translation>
    </message>
    <message>
        <source>不评价，只显示谁在服务、叫到几号</source>
        <translation>No rating: show who serves and which number</translation>
    </message>
    <message>
        <source>触摸屏：办结后请用户送一张卡</source>
        <translation>Touch screen: ask for a card after the service</translation>
    </message>
    <message>
        <source>不能触摸：办结后显示小票的码，到自助屏扫</source>
        <translation>No touch: show the slip&apos;s code, to scan at the kiosk</translation>
    </message>
    <message>
        <source>用户屏是哪一块</source>
        <translation>Which display faces the customer</translation>
    </message>
    <message>
        <source>办结以后</source>
        <translation>After the service</translation>
    </message>
    <message>
        <source>等用户多少秒</source>
        <translation>Seconds to wait for a touch</translation>
    </message>
    <message>
        <source>朝着用户的第二块屏幕：平时显示照片、姓名和叫到的号，暂停时显示请到哪个窗口。用户在上面送的卡和自助屏一样：一号一卡，不需要登录，不点就是“未评价”。</source>
        <translation>A second display facing the customer: photo, name and the number called; during a pause, which window to go to. A card given there is like one from the kiosk: one for each number, without signing in; no touch means “not rated”.</translation>
    </message>
    <message>
        <source>已保存，用户屏已按新的设置显示。</source>
        <translation>Saved; the display uses the new settings.</translation>
    </message>
    <message>
        <source>请看用户屏：显示约20秒，点了也不会记录。</source>
        <translation>Look at the display: it shows a trial for about 20 seconds; touches are not recorded.</translation>
    </message>
    <message>
        <source>请先选一块屏幕。</source>
        <translation>Choose a display first.</translation>
    </message>
    <message>
        <source>用户屏（评价器）</source>
        <translation>Customer&apos;s display</translation>
    </message>
    <message>
        <source>试一试</source>
        <translation>Try it</translation>
    </message>
    <message>
        <source>大厅看板</source>
        <translation>Live board</translation>
    </message>
    <message>
        <source>等候</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>今天用户送的5P卡</source>
        <translation>Customers&apos; 5P cards today</translation>
    </message>
    <message>
        <source>全屏显示</source>
        <translation>Full screen</translation>
    </message>
    <message>
        <source>现在没有窗口开放。</source>
        <translation>No window is open now.</translation>
    </message>
    <message>
        <source>未选业务</source>
        <translation>No service chosen</translation>
    </message>
    <message>
        <source>{n} 位在等，最久 {minutes} 分钟</source>
        <translation>{n} waiting, longest {minutes} min</translation>
    </message>
    <message>
        <source>没有人在等</source>
        <translation>Nobody is waiting</translation>
    </message>
    <message>
        <source>{window}号窗口</source>
        <translation>Window {window}</translation>
    </message>
    <message>
        <source>未定窗口</source>
        <translation>No window yet</translation>
    </message>
    <message>
        <source>空闲</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>{at} 叫号，已 {length}</source>
        <translation>called {at}, for {length}</translation>
    </message>
    <message>
        <source>还剩 {length}</source>
        <translation>{length} left</translation>
    </message>
    <message>
        <source>已超时 {length}</source>
        <translation>over by {length}</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>约（分钟）</source>
        <translation>≈ min</translation>
    </message>
    <message>
        <source>上岗、离岗（窗口人员，在哪一页都可以）</source>
        <translation>On duty, off duty (window staff, on any page)</translation>
    </message>
    <message>
        <source>表格菜单里的第一项，多为打开选中的一行</source>
        <translation>The first entry of the table&apos;s menu, usually: open the row</translation>
    </message>
    <message>
        <source>这台电脑打不开：{place}</source>
        <translation>This computer cannot open {place}</translation>
    </message>
    <message>
        <source>首问工单：{n} 件今天到期</source>
        <translation>First inquiries: {n} due today</translation>
    </message>
    <message>
        <source>特殊事项：{n} 件等您同意</source>
        <translation>Special inquiries: {n} waiting for your consent</translation>
    </message>
    <message>
        <source>设备：{n} 台没有消息</source>
        <translation>Devices: {n} silent</translation>
    </message>
    <message>
        <source>备份：本机超过两天没有新的备份</source>
        <translation>Backup: no new one on this PC for over two days</translation>
    </message>
    <message>
        <source>“{name}”已保存。正在运行的自助屏和叫号屏，下次启动时生效。</source>
        <translation>“{name}” is saved. A running kiosk or sign uses it from its next start.</translation>
    </message>
    <message>
        <source>{meaning}。可填：{may}。出厂值：{usual}</source>
        <translation>{meaning}. Allowed: {may}. Default: {usual}</translation>
    </message>
    <message>
        <source>这个值不能用。可填：{may}</source>
        <translation>This value cannot be used. Allowed: {may}</translation>
    </message>
    <message>
        <source>现在接着的串口：{ports}</source>
        <translation>Serial ports connected now: {ports}</translation>
    </message>
    <message>
        <source>现在没有接着任何串口设备。</source>
        <translation>No serial device is connected now.</translation>
    </message>
    <message>
        <source>一块屏幕</source>
        <translation>a screen</translation>
    </message>
    <message>
        <source>屏幕 {n}</source>
        <translation>Screen {n}</translation>
    </message>
    <message>
        <source>名称或时间，可以留空</source>
        <translation>a name or a time; may be empty</translation>
    </message>
    <message>
        <source>（没有）</source>
        <translation>(none)</translation>
    </message>
    <message>
        <source>已经是出厂值。</source>
        <translation>It already has the default value.</translation>
    </message>
    <message>
        <source>这台电脑的每一项设置。业务规则不在这里：由经营管理部在“管理参数”里发布。</source>
        <translation>Every setting of this PC. The rules are elsewhere: the office publishes them on the page “Policy”.</translation>
    </message>
    <message>
        <source>全部设置</source>
        <translation>All settings</translation>
    </message>
    <message>
        <source>恢复出厂值</source>
        <translation>Back to the default</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>出厂值</source>
        <translation>Default</translation>
    </message>
    <message>
        <source>本机设置</source>
        <translation>This PC</translation>
    </message>
    <message>
        <source>这台电脑没有装打印机。请在系统里装好，再按“重新查找”；在那之前可以存为 PDF。</source>
        <translation>This PC has no printer. Set one up in the system, then choose “Look again”; until then save as PDF.</translation>
    </message>
    <message>
        <source>已保存，从下一次打印起生效。</source>
        <translation>Saved; takes effect with the next print.</translation>
    </message>
    <message>
        <source>试印页已送往“{name}”。</source>
        <translation>A test page was sent to “{name}”.</translation>
    </message>
    <message>
        <source>打印机“{name}”没有响应。请检查电源、纸和连线。</source>
        <translation>The printer “{name}” does not answer. Check its power, paper and cable.</translation>
    </message>
    <message>
        <source>没有可用的打印机，没有试印。</source>
        <translation>There is no printer; nothing was printed.</translation>
    </message>
    <message>
        <source>试印</source>
        <translation>Print a test page</translation>
    </message>
    <message>
        <source>重新查找</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>打印纸张（A4）的打印机</source>
        <translation>Printer for pages (A4)</translation>
    </message>
    <message>
        <source>打印小票（80毫米）的打印机</source>
        <translation>Printer for slips (80 mm)</translation>
    </message>
    <message>
        <source>系统的默认打印机</source>
        <translation>The system&apos;s default printer</translation>
    </message>
    <message>
        <source>不打印，在屏幕上显示</source>
        <translation>None: shown on the screen</translation>
    </message>
    <message>
        <source>{name}（现在找不到）</source>
        <translation>{name} (not found now)</translation>
    </message>
    <message>
        <source>选一次就行，日志和汇总用“纸张”，排队号和回执用“小票”。没有打印机就存为 PDF，小票在屏幕上显示。</source>
        <translation>Chosen once: logs and reports go to the printer for pages, numbers and receipts to that for slips. Without one, save as PDF; slips are shown on the screen.</translation>
    </message>
    <message>
        <source>第 {n} 页，共 {of} 页</source>
        <translation>Page {n} of {of}</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>看整页</source>
        <translation>Whole page</translation>
    </message>
    <message>
        <source>已经是第一页。</source>
        <translation>This is the first page.</translation>
    </message>
    <message>
        <source>已经是最后一页。</source>
        <translation>This is the last page.</translation>
    </message>
    <message>
        <source>打印预览</source>
        <translation>Print preview</translation>
    </message>
    <message>
        <source>份数</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>已送往打印机“{name}”。</source>
        <translation>Sent to the printer “{name}”.</translation>
    </message>
    <message>
        <source>打印机“{name}”没有响应。请检查电源、纸和连线，或者存为 PDF。</source>
        <translation>The printer “{name}” does not answer. Check its power, paper and cable, or save as PDF.</translation>
    </message>
    <message>
        <source>这台电脑没有打印机</source>
        <translation>This PC has no printer</translation>
    </message>
    <message>
        <source>这台电脑没有打印机。请按“存为 PDF”；装好打印机以后在“本机设置”里选它。</source>
        <translation>This PC has no printer. Save as PDF; once a printer is set up, choose it on the page “This PC”.</translation>
    </message>
    <message>
        <source>{number} 已撤回，不会有人处理。</source>
        <translation>{number} was taken back; nobody will work on it.</translation>
    </message>
    <message>
        <source>已经是第一篇。</source>
        <translation>It is the first story already.</translation>
    </message>
    <message>
        <source>这次问卷已经开箱计数。</source>
        <translation>This survey has been counted.</translation>
    </message>
    <message>
        <source>现在没有要您核的稿。</source>
        <translation>There is nothing for you to proof-read now.</translation>
    </message>
    <message>
        <source>取当日明细</source>
        <translation>Fetch the day&apos;s details</translation>
    </message>
    <message>
        <source>照片说明</source>
        <translation>Caption</translation>
    </message>
    <message>
        <source>照片上认得出谁（工号或姓名，用空格分开）</source>
        <translation>Who can be recognised on it (numbers or names, separated by spaces)</translation>
    </message>
    <message>
        <source>已看过：照片上没有认得出的用户</source>
        <translation>Checked: no customer can be recognised on it</translation>
    </message>
    <message>
        <source>照片放在文末，可以挪那一行。照片上的人会再被征求一次；只有都同意具名，照片才刊登。</source>
        <translation>The photo goes to the end of the text; its line can be moved. Everybody on it is asked once more; it is printed only if all agree to be named.</translation>
    </message>
    <message>
        <source>随时可以改。刊登以后再收回，电子版会去掉您的名字；选“不同意刊登”且写的是您，整篇撤下。照片只在您同意具名时刊登。</source>
        <translation>You may change this at any time. If you withdraw after printing, your name is removed from the electronic versions; “not at all”, if the story is about you, retracts all of it. A photo of you is printed only while you agree to be named.</translation>
    </message>
    <message>
        <source>没有数据、按 0 分计，请核对：{units}</source>
        <translation>No figures, counted as 0; please check: {units}</translation>
    </message>
    <message>
        <source>分公司（单位平均；按窗口加权仅供参考）：{branches}</source>
        <translation>Branches (mean of their units; weighted by windows for information): {branches}</translation>
    </message>
    <message>
        <source>选一个人，点一张卡送出，再收回：这样就知道记录、撤回都正常。收回的卡不计入任何统计。</source>
        <translation>Choose a person, give a card and take it back: this shows that recording and undo work. A card taken back counts nowhere.</translation>
    </message>
    <message>
        <source>已送给 {name} 一张“{p}”卡，已存好。现在请收回。</source>
        <translation>A “{p}” card was given to {name} and stored. Now take it back.</translation>
    </message>
    <message>
        <source>已收回。这个大厅可以用了。</source>
        <translation>Taken back. This hall is ready.</translation>
    </message>
    <message>
        <source>收回这张卡</source>
        <translation>Take this card back</translation>
    </message>
    <message>
        <source>请先送一张卡。</source>
        <translation>Give a card first.</translation>
    </message>
    <message>
        <source>请先收回试送的卡。</source>
        <translation>Take the trial card back first.</translation>
    </message>
    <message>
        <source>试送第一张卡</source>
        <translation>A first card</translation>
    </message>
    <message>
        <source>演示大厅在这个文件夹里。看完要用真的，换一个空文件夹（或删掉这个）重新开始：演示的数据不和真的混在一起。</source>
        <translation>The demo hall is kept in this folder. For a real hall, start with another empty folder or delete this one: demo and real data are never mixed.</translation>
    </message>
    <message>
        <source>建立演示大厅</source>
        <translation>Create the demo hall</translation>
    </message>
    <message>
        <source>请先建立演示大厅。</source>
        <translation>Create the demo hall first.</translation>
    </message>
    <message>
        <source>演示大厅已建好。密码只显示这一次，请拍照或抄下来。</source>
        <translation>The demo hall is ready. The PINs are shown only this once: photograph them or write them down.</translation>
    </message>
    <message>
        <source>正在建立</source>
        <translation>Creating</translation>
    </message>
    <message>
        <source>演示大厅</source>
        <translation>Demo hall</translation>
    </message>
    <message>
        <source>扫码枪可以用：读到 {name} 的工牌。</source>
        <translation>The scanner works: it read {name}&apos;s badge.</translation>
    </message>
    <message>
        <source>扫码枪可以用：读到一个暖窗的码。</source>
        <translation>The scanner works: it read a Warm Window code.</translation>
    </message>
    <message>
        <source>读到了，但不是本大厅的码。请扫刚打印的纸条。</source>
        <translation>A code was read, but it is not of this hall. Scan a slip that you have just printed.</translation>
    </message>
    <message>
        <source>打印机和扫码枪</source>
        <translation>Printer and scanner</translation>
    </message>
    <message>
        <source>大厅名称，如“和平大厅”</source>
        <translation>Name of the hall, such as “Heping Hall”</translation>
    </message>
    <message>
        <source>所属分公司，如“和平分公司”</source>
        <translation>Branch it belongs to, such as “Heping Branch”</translation>
    </message>
    <message>
        <source>大厅代码（没有就不填，用名称代替；以后不能改）</source>
        <translation>Code of the hall (leave it empty if there is none: the name is used; it cannot be changed later)</translation>
    </message>
    <message>
        <source>名称显示在自助屏、叫号屏和每张打印件上，以后可以再改。</source>
        <translation>The name is shown on kiosk, sign and everything printed. It can be changed later.</translation>
    </message>
    <message>
        <source>请填写大厅名称和分公司。</source>
        <translation>Fill in the hall&apos;s name and its branch.</translation>
    </message>
    <message>
        <source>自助屏按这个时间开关，首问工单从营业时间起算。其余参数都有默认值，以后在“管理参数”里看和改。</source>
        <translation>The kiosk opens and closes at these times, and first inquiries are counted from them. All other values have defaults; see and change them later under “Policy”.</translation>
    </message>
    <message>
        <source>营业时间</source>
        <translation>Opening hours</translation>
    </message>
    <message>
        <source>管理员用 warm-window hub enroll 为每台电脑写一个登记文件，用 U 盘带来。选中它，这台电脑就加入公司的汇聚库：大厅、人员、密码和规则都从那里来。</source>
        <translation>The administrator writes an enrolment file for each PC with warm-window hub enroll and brings it on a USB stick. Choose it, and this PC joins the company&apos;s hub: hall, people, PINs and rules come from there.</translation>
    </message>
    <message>
        <source>选择登记文件</source>
        <translation>Choose the enrolment file</translation>
    </message>
    <message>
        <source>登记文件 (*.json)</source>
        <translation>Enrolment file (*.json)</translation>
    </message>
    <message>
        <source>请先选择登记文件。</source>
        <translation>Choose the enrolment file first.</translation>
    </message>
    <message>
        <source>这不是登记文件：{why}</source>
        <translation>This is not an enrolment file: {why}</translation>
    </message>
    <message>
        <source>本机一直以大厅“{here}”记录，登记文件却是“{there}”的，请管理员重新登记。</source>
        <translation>This PC has recorded as hall “{here}”, the file is for “{there}”. Ask the administrator to enrol it anew.</translation>
    </message>
    <message>
        <source>已加入汇聚库 {host}，身份 {name}（大厅 {hall}）。打开以后会自动取来人员和规则，约需几分钟。</source>
        <translation>Joined the hub at {host} as {name} (hall {hall}). Once open, it fetches people and rules automatically, which takes a few minutes.</translation>
    </message>
    <message>
        <source>删除登记文件（里面有密码）</source>
        <translation>Delete the enrolment file (it holds a secret)</translation>
    </message>
    <message>
        <source>登记文件已删除。</source>
        <translation>The enrolment file is deleted.</translation>
    </message>
    <message>
        <source>删不掉，请自己删除：{file}</source>
        <translation>It could not be deleted. Please delete it yourself: {file}</translation>
    </message>
    <message>
        <source>用登记文件加入</source>
        <translation>Join with an enrolment file</translation>
    </message>
    <message>
        <source>还没有站长：没有站长，当日日志就没有人签字。请新增一位站长。</source>
        <translation>There is no supervisor yet: nobody could sign the daily log. Add a supervisor.</translation>
    </message>
    <message>
        <source>导入人员名单（没有就下一步）</source>
        <translation>Import a staff list (skip this if you have none)</translation>
    </message>
    <message>
        <source>每人一个密码，由系统随机生成，只在这一页显示这一次。打印出来剪开，当面交给本人；登录时可以自己改。纸条上的码也是工牌，刷它就不用输工号。</source>
        <translation>Each person gets a random PIN, shown only on this page and only now. Print the slips, cut them apart and hand each to its owner in person; PINs can be changed at the sign-in. The code on the slip is a badge too: scan it instead of typing the number.</translation>
    </message>
    <message>
        <source>请先生成密码。</source>
        <translation>Generate the PINs first.</translation>
    </message>
    <message>
        <source>每个人都有密码了。</source>
        <translation>Everybody has a PIN.</translation>
    </message>
    <message>
        <source>站长还没有密码，没有人能登录签字。请生成密码。</source>
        <translation>The supervisor has no PIN yet, so nobody could sign the day. Generate the PINs.</translation>
    </message>
    <message>
        <source>已生成 {n} 个密码。请现在打印或存成 PDF：离开设置以后再也看不到。</source>
        <translation>{n} PINs were generated. Print them or save them as PDF now: they cannot be seen again after the set-up.</translation>
    </message>
    <message>
        <source>正在生成 {done}/{total}…</source>
        <translation>Generating {done}/{total}…</translation>
    </message>
    <message>
        <source>密码纸条</source>
        <translation>PIN slips</translation>
    </message>
    <message>
        <source>给还没有的人生成密码</source>
        <translation>Generate missing PINs</translation>
    </message>
    <message>
        <source>给选中的人重新生成</source>
        <translation>New PIN for selected</translation>
    </message>
    <message>
        <source>打印纸条</source>
        <translation>Print slips</translation>
    </message>
    <message>
        <source>存成 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>都准备好了</source>
        <translation>Everything is ready</translation>
    </message>
    <message>
        <source>试叫号屏</source>
        <translation>Try the sign</translation>
    </message>
    <message>
        <source>请看第 {n} 块屏幕：叫号屏显示约半分钟。以后用 warm-window-kiosk --sign 启动它。</source>
        <translation>Look at screen {n}: the sign is shown for half a minute. Later it is started by warm-window-kiosk --sign.</translation>
    </message>
    <message>
        <source>声音、用户屏和叫号屏</source>
        <translation>Voice, display and sign</translation>
    </message>
    <message>
        <source>全部业务</source>
        <translation>All services</translation>
    </message>
    <message>
        <source>选择业务</source>
        <translation>Choose services</translation>
    </message>
    <message>
        <source>{window}号窗口。都不选，就叫全部业务的号。</source>
        <translation>Window {window}. If none is chosen, it calls all services.</translation>
    </message>
    <message>
        <source>用户取号时选业务，号只叫到办这项业务的窗口。窗口按人员的窗口号列出；都办就什么都不用选。</source>
        <translation>Customers choose a service when they take a number, and the number is called only to a window that serves it. The windows are those of the staff list; if a window serves everything, choose nothing.</translation>
    </message>
    <message>
        <source>窗口与业务</source>
        <translation>Windows and services</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>People</translation>
    </message>
    <message>
        <source>欢迎使用暖窗</source>
        <translation>Welcome to Warm Window</translation>
    </message>
    <message>
        <source>这台电脑上还没有数据。请选一样；做错了可以退回，随时可以退出，下次从那一步接着做。</source>
        <translation>There is no data on this PC yet. Choose one of these. You can go back at any step, and leave at any time: the next start continues from there.</translation>
    </message>
    <message>
        <source>先看演示</source>
        <translation>Try the demo</translation>
    </message>
    <message>
        <source>一个有人、有几天记录的演示大厅，密码当场给出。约需十几秒。</source>
        <translation>A demo hall with staff and a few days of records; its PINs are shown at once. Takes ten to twenty seconds.</translation>
    </message>
    <message>
        <source>设置本大厅</source>
        <translation>Set up this hall</translation>
    </message>
    <message>
        <source>大厅、时间、人员、密码、打印机和屏幕，一步一步做完就能用。请接上键盘。</source>
        <translation>Hall, hours, people, PINs, printer and screens, step by step until it works. Please connect a keyboard.</translation>
    </message>
    <message>
        <source>公司已有汇聚库：管理员给了这台电脑一个登记文件（.json）。</source>
        <translation>The company has a hub, and its administrator gave you an enrolment file (.json) for this PC.</translation>
    </message>
    <message>
        <source>暖窗 · 第一天</source>
        <translation>Warm Window · First day</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>退出，下次接着做</source>
        <translation>Leave, continue next time</translation>
    </message>
    <message>
        <source>数据已经建立，这里退不回去；要重来，请换一个空文件夹。</source>
        <translation>The data has been created, so you cannot go back from here. To start again, use another empty folder.</translation>
    </message>
    <message>
        <source>考核公布</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>{year} 年度</source>
        <translation>Year {year}</translation>
    </message>
    <message>
        <source>还没有公布的月份和年度。</source>
        <translation>No month or year is published yet.</translation>
    </message>
    <message>
        <source>本单位：{unit}，合计 {total}</source>
        <translation>Your unit: {unit}, {total} in all</translation>
    </message>
    <message>
        <source>第 {rank} 名</source>
        <translation>place {rank}</translation>
    </message>
    <message>
        <source>您的奖励 {share} 元</source>
        <translation>your reward {share} yuan</translation>
    </message>
    <message>
        <source>奖励并列</source>
        <translation>Rewarded: ties</translation>
    </message>
    <message>
        <source>奖励取整</source>
        <translation>Rewarded: rounding</translation>
    </message>
    <message>
        <source>至少检查月数</source>
        <translation>Minimum inspected months</translation>
    </message>
    <message>
        <source>大字、标准字：只换您自己的</source>
        <translation>Large or normal text, for yourself only</translation>
    </message>
    <message>
        <source>大字 / 标准字</source>
        <translation>Large / normal text</translation>
    </message>
    <message>
        <source>有一页上的字还没有保存。请先保存或清空，再换字号。</source>
        <translation>Something written on a page is not saved. Save or clear it first, then change the text size.</translation>
    </message>
    <message>
        <source>至今</source>
        <translation>So far</translation>
    </message>
    <message>
        <source>还没有公示；公示后才能申诉，关账后签字。</source>
        <translation>Not in notice yet: you can appeal once it is, and sign once it is closed.</translation>
    </message>
    <message>
        <source>请扫一下密码纸条、工牌或小票上的码。</source>
        <translation>Scan the code of a PIN slip, a badge or a number slip.</translation>
    </message>
    <message>
        <source>扫码枪</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>按“打开”开始工作。每人用工号（或刷纸条上的码）和自己的密码登录；忘记密码请找站长。上面每一项以后都能在窗口工作台里改：人员在“人员与窗口”，打印机、声音和屏幕在“本机设置”，规则在“管理参数”；按F1看每一页的说明。</source>
        <translation>Choose “Open” to begin. Everybody signs in with their number (or the code on their slip) and their PIN; anyone who forgets it asks the supervisor. All of this can be changed later in the counter: people under “Roster”, printers, voice and screens under “This PC”, rules under “Policy”. F1 explains each page.</translation>
    </message>
    <message>
        <source>每半年一次，不记名：答案加密累加，不足 5 份的厅与别的厅合并后才开，不足 5 人不显示。一组里人人答案相同时，总数就是每个人的答案；开箱之前，有钥匙的这台电脑若用别的程序，能打开截止后送来的未满的箱。</source>
        <translation>Every half-year, anonymous: answers are encrypted and added up; a hall with fewer than 5 is joined to others before anything is opened, and fewer than 5 people are not shown. If everybody in a group answers alike, the total is everybody&apos;s answer; until the boxes are opened, this PC, which has the key, could with another program open a box of fewer that was sent in after the last day.</translation>
    </message>
    <message>
        <source>这是自助屏的登记文件，窗口电脑用它没有人能登录。请向管理员要窗口电脑的。</source>
        <translation>This file is for a kiosk: with it nobody could sign in at a counter. Ask the administrator for one for a counter PC.</translation>
    </message>
    <message>
        <source>密码还没有打印，也没有存成 PDF。已经抄下来了，就再按一次“下一步”。</source>
        <translation>The PINs have been neither printed nor saved as PDF. If you have written them down, press “Next” again.</translation>
    </message>
    <message>
        <source>正在建立，请稍等。</source>
        <translation>Creating, please wait.</translation>
    </message>
    <message>
        <source>每小时</source>
        <translation>By the hour</translation>
    </message>
    <message>
        <source>每小时等候与办结</source>
        <translation>Waiting and served by hour</translation>
    </message>
    <message>
        <source>整点时等候的人数</source>
        <translation>Waiting on the hour</translation>
    </message>
    <message>
        <source>这一小时办结</source>
        <translation>Served within the hour</translation>
    </message>
    <message>
        <source>取号 {came} 个，办结 {served} 个；等候最多的时候在 {hour}，{most} 人。</source>
        <translation>{came} numbers taken, {served} served; the longest queue was at {hour}: {most} waiting.</translation>
    </message>
    <message>
        <source>这一天没有人取号。</source>
        <translation>Nobody took a number that day.</translation>
    </message>
    <message>
        <source>在这一天里查找</source>
        <translation>Search this day</translation>
    </message>
    <message>
        <source>谁的记录</source>
        <translation>Whose records</translation>
    </message>
    <message>
        <source>所有人</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>公布基准</source>
        <translation>Publish reference rate</translation>
    </message>
    <message>
        <source>月初公布：之前几个月每千点的卡数，公布后本月不再变，各人能自己算服务系数。</source>
        <translation>Published when the month begins: cards per 1,000 points in the months before. It then stays fixed for the month, so that everybody can compute their own factor.</translation>
    </message>
    <message>
        <source>暂停服务要看排队人数。从上到下，用第一个刚报过数的来源；都没有，由本人填报。每5秒问一次，“现在”是最近的答复。</source>
        <translation>A pause depends on how many are waiting. From top to bottom, the first source with a fresh count is used; if there is none, the person types it in. Each is asked every 5 seconds; “Now” is the latest answer.</translation>
    </message>
    <message>
        <source>暖窗自己的排队</source>
        <translation>Warm Window&apos;s own queue</translation>
    </message>
    <message>
        <source>叫号机的网页（JSON）</source>
        <translation>Ticket machine&apos;s page (JSON)</translation>
    </message>
    <message>
        <source>叫号机的数据库</source>
        <translation>Ticket machine&apos;s database</translation>
    </message>
    <message>
        <source>文本文件</source>
        <translation>Text file</translation>
    </message>
    <message>
        <source>名称（可不填）</source>
        <translation>Name (optional)</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>人数在哪一项，如 data.waiting、halls.0.waiting</source>
        <translation>Where the count is, e.g. data.waiting, halls.0.waiting</translation>
    </message>
    <message>
        <source>请求头（可不填），每行一个，如 X-Key: abc</source>
        <translation>Headers (optional), one per line, e.g. X-Key: abc</translation>
    </message>
    <message>
        <source>查询语句（一条 SELECT，第一行第一列是人数）</source>
        <translation>Query (one SELECT; the count is the first column of its first row)</translation>
    </message>
    <message>
        <source>文件的完整路径，里面只写人数</source>
        <translation>Full path of a file that holds nothing but the count</translation>
    </message>
    <message>
        <source>数字的时间</source>
        <translation>Time of the count</translation>
    </message>
    <message>
        <source>文件修改的时间</source>
        <translation>When the file was modified</translation>
    </message>
    <message>
        <source>读到的时间</source>
        <translation>When it was read</translation>
    </message>
    <message>
        <source>添加来源</source>
        <translation>Add a source</translation>
    </message>
    <message>
        <source>修改来源</source>
        <translation>Change a source</translation>
    </message>
    <message>
        <source>谁来报数</source>
        <translation>Reported by</translation>
    </message>
    <message>
        <source>已保存，马上开始问新的来源。</source>
        <translation>Saved; the new sources are asked from now on.</translation>
    </message>
    <message>
        <source>{n} 人</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>随时可用</source>
        <translation>always available</translation>
    </message>
    <message>
        <source>还没有答复</source>
        <translation>no answer yet</translation>
    </message>
    <message>
        <source>暖窗自己的排队没有可改的。</source>
        <translation>Warm Window&apos;s own queue has nothing to change.</translation>
    </message>
    <message>
        <source>已经是第一个。</source>
        <translation>It is already the first.</translation>
    </message>
    <message>
        <source>至少留一个来源。</source>
        <translation>At least one source must remain.</translation>
    </message>
    <message>
        <source>设置文件有误，要先恢复。</source>
        <translation>The settings file is damaged; restore it first.</translation>
    </message>
    <message>
        <source>设置文件没有问题。</source>
        <translation>The settings file is in order.</translation>
    </message>
    <message>
        <source>已恢复为暖窗自己的排队；原来的文件留作 queue.toml.old。</source>
        <translation>Restored to Warm Window&apos;s own queue; the old file is kept as queue.toml.old.</translation>
    </message>
    <message>
        <source>等候人数</source>
        <translation>Waiting count</translation>
    </message>
    <message>
        <source>提前</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>自带的</source>
        <translation>Built in</translation>
    </message>
    <message>
        <source>Windows的中文语音</source>
        <translation>Windows&apos; Chinese voice</translation>
    </message>
    <message>
        <source>系统语音只有Windows上有，这台电脑用自带的。</source>
        <translation> The system voice exists on Windows only; this PC uses the built-in one.</translation>
    </message>
    <message>
        <source>Windows里没有装中文语音：在“设置 › 时间和语言 › 语音”里添加“中文（简体，中国）”，重开本程序后可选。</source>
        <translation> Windows has no Chinese voice: add “Chinese (Simplified, China)” under Settings › Time &amp; language › Speech and open this program again.</translation>
    </message>
    <message>
        <source>用哪种声音</source>
        <translation>Which voice</translation>
    </message>
    <message>
        <source>正在由系统语音说出每一句，请稍等。</source>
        <translation>The system voice is recording every phrase, please wait.</translation>
    </message>
    <message>
        <source>系统语音</source>
        <translation>System voice</translation>
    </message>
    <message>
        <source>请先选送给谁。</source>
        <translation>Choose the recipient first.</translation>
    </message>
    <message>
        <source>像键盘一样的扫码枪插上就能用，不用选；接串口的请选端口，选了就记住。</source>
        <translation>A scanner that types like a keyboard works as soon as it is plugged in; for one on a serial port choose the port, which is remembered.</translation>
    </message>
    <message>
        <source>串口扫码枪接在</source>
        <translation>Serial scanner on</translation>
    </message>
    <message>
        <source>没有串口扫码枪</source>
        <translation>No serial scanner</translation>
    </message>
    <message>
        <source>{port} 已打开，请扫一个码。</source>
        <translation>{port} is open: please scan a code.</translation>
    </message>
    <message>
        <source>{port} 打不开：请检查插头，或是不是有别的程序在用；接好就会自动再试。</source>
        <translation>{port} cannot be opened: check the plug, or whether another program uses it; it is tried again automatically.</translation>
    </message>
    <message>
        <source>这台电脑只开自助屏时：按住右上角3秒，用站长的工号和密码进“工作人员”，“本机设置”里能用手指改每一项，也从那里退出。</source>
        <translation>If this PC runs only the kiosk: hold the upper right corner for 3 seconds and enter the supervisor&apos;s number and PIN; “This device” changes every setting by touch, and you leave the kiosk from there.</translation>
    </message>
    <message>
        <source>叫号屏没有开起来：可能它已经在别处开着。原因写在数据文件夹的 log 里。</source>
        <translation>The sign did not start: it may be open already. The reason is in the log, in the data folder.</translation>
    </message>
    <message>
        <source>Excel（.xlsx 的第一张表）或 CSV，中英文表头都可以。先预览，确认后才记录；同一文件再导入不会重复。</source>
        <translation>Excel (the first sheet of an .xlsx) or CSV, with Chinese or English headings. You see a preview, and nothing is recorded before you confirm; the same file twice adds nothing.</translation>
    </message>
    <message>
        <source>正在读这个文件，请稍等。</source>
        <translation>This file is being read, please wait.</translation>
    </message>
    <message>
        <source>这个文件不能导入，原因写在上面。</source>
        <translation>This file cannot be imported; the reason stands above.</translation>
    </message>
    <message>
        <source>文件里没有可以导入的行。</source>
        <translation>The file has no line to import.</translation>
    </message>
    <message>
        <source>有误的行列在上面：改好文件再选，或勾选“跳过有误的行”。</source>
        <translation>The bad lines are listed above: correct the file and choose it again, or tick “Skip bad lines”.</translation>
    </message>
    <message>
        <source>还在公示；公示期满的次日起才能关账。</source>
        <translation>The notice still runs; the month can be closed from the day after it.</translation>
    </message>
    <message>
        <source>先打开“核对”，选一条。</source>
        <translation>Open “Checks” first and choose a line.</translation>
    </message>
    <message>
        <source>打印明细单</source>
        <translation>Print slips</translation>
    </message>
    <message>
        <source>{state}，可申诉到 {day}</source>
        <translation>{state}, appeals until {day}</translation>
    </message>
    <message>
        <source>申诉：{text}</source>
        <translation>Appeal: {text}</translation>
    </message>
    <message>
        <source>{state}：{reason}</source>
        <translation>{state}: {reason}</translation>
    </message>
    <message>
        <source>检查方式</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>这个月没有您的绩效：您不在任何奖金池里。</source>
        <translation>You have no pay this month: you are in no pool.</translation>
    </message>
    <message>
        <source>{step}，已记录。</source>
        <translation>{step}: recorded.</translation>
    </message>
    <message>
        <source>{value}（发布的值本版本还不认识，暂按此值）</source>
        <translation>{value} (used until this version knows the value published)</translation>
    </message>
    <message>
        <source>第 {version} 版的生效日“{value}”本版本还不认识，在这里没有生效。请升级程序。</source>
        <translation>Version {version} is not in force here: this version cannot read its day of effect ({value}). Please update the program.</translation>
    </message>
</context>
<context>
    <name>CounterSession</name>
    <message>
        <source>出了意外，这一步没有完成。</source>
        <translation>Something unexpected happened; this step was not completed.</translation>
    </message>
</context>
<context>
    <name>DayPage</name>
    <message>
        <source>尚未签字</source>
        <translation>Not signed</translation>
    </message>
    <message>
        <source>与签字时不一致</source>
        <translation>Not as signed</translation>
    </message>
    <message>
        <source>签字后又有 {n} 条记录</source>
        <translation>{n} records after the signature</translation>
    </message>
    <message>
        <source>{by} {at} 已签字</source>
        <translation>Signed by {by} at {at}</translation>
    </message>
    <message>
        <source>数据完整至 {at}</source>
        <translation>Complete to {at}</translation>
    </message>
    <message>
        <source>；设备 {station} 自 {at} 起没有消息</source>
        <translation>; device {station} silent since {at}</translation>
    </message>
    <message>
        <source>{day} · 今天</source>
        <translation>{day} · today</translation>
    </message>
    <message>
        <source>{day} · 不是今天</source>
        <translation>{day} · not today</translation>
    </message>
    <message>
        <source>签字时的 {n} 条记录被汇聚库搁置</source>
        <translation>{n} signed records set aside by the hub</translation>
    </message>
    <message>
        <source>已取明细，与当日合计一致。</source>
        <translation>Fetched; they add up to the day&apos;s totals.</translation>
    </message>
    <message>
        <source>已取明细，与当日合计不一致。</source>
        <translation>Fetched; they do not add up to the day&apos;s totals.</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>没有选中工单</source>
        <translation>No inquiry chosen</translation>
    </message>
    <message>
        <source>代办 {name}</source>
        <translation>stand-in {name}</translation>
    </message>
    <message>
        <source>首问责任人 {name}</source>
        <translation>owner {name}</translation>
    </message>
    <message>
        <source>承办人 {name}</source>
        <translation>handler {name}</translation>
    </message>
    <message>
        <source>答复：{answer}</source>
        <translation>Answer: {answer}</translation>
    </message>
    <message>
        <source>（原定 {day}）</source>
        <translation> (first {day})</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>答复目标</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>最迟答复</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>下次告知</source>
        <translation>Inform by</translation>
    </message>
    <message>
        <source>重复工单 {number}</source>
        <translation>Duplicate {number}</translation>
    </message>
    <message>
        <source>已并入 {number}</source>
        <translation>Merged into {number}</translation>
    </message>
    <message>
        <source>用户没有留下姓名和电话</source>
        <translation>The customer left no name or phone</translation>
    </message>
</context>
<context>
    <name>DiaryPage</name>
    <message>
        <source>已记下。</source>
        <translation>Entry saved.</translation>
    </message>
    <message>
        <source>已同意推荐。</source>
        <translation>You agreed to the nomination.</translation>
    </message>
    <message>
        <source>已撤回同意。</source>
        <translation>Consent withdrawn.</translation>
    </message>
    <message>
        <source>进行中</source>
        <translation>running</translation>
    </message>
    <message>
        <source>{start} 至 {end}</source>
        <translation>{start} to {end}</translation>
    </message>
</context>
<context>
    <name>DueNotice</name>
    <message>
        <source>您首问、由他人承办的工单：超期 {n} 张</source>
        <translation>Owned by you, handled by others: {n} overdue</translation>
    </message>
    <message>
        <source>本厅首问工单：超期 {n} 张</source>
        <translation>Inquiries of this hall: {n} overdue</translation>
    </message>
    <message>
        <source>，其中应报分公司 {branch} 张</source>
        <translation>, {branch} of them to be reported to the branch</translation>
    </message>
    <message>
        <source>超期 {n} 张</source>
        <translation>{n} overdue</translation>
    </message>
    <message>
        <source>应告知未告知 {n} 张</source>
        <translation>{n} messages overdue</translation>
    </message>
    <message>
        <source>已过目标日 {n} 张</source>
        <translation>{n} past target</translation>
    </message>
    <message>
        <source>临期 {n} 张</source>
        <translation>{n} due soon</translation>
    </message>
    <message>
        <source>今天应告知用户 {n} 张</source>
        <translation>messages due today: {n}</translation>
    </message>
    <message>
        <source>您承办的首问工单：{parts}</source>
        <translation>Inquiries you handle: {parts}</translation>
    </message>
</context>
<context>
    <name>EscalatedPage</name>
    <message>
        <source>超期 {all} 张，已报经营管理部 {office} 张</source>
        <translation>{all} overdue, {office} of them escalated to the office</translation>
    </message>
</context>
<context>
    <name>FirstDay</name>
    <message>
        <source>第 {n} 步，共 {all} 步</source>
        <translation>Step {n} of {all}</translation>
    </message>
</context>
<context>
    <name>FlaggedPage</name>
    <message>
        <source>设备 {name}</source>
        <translation>device {name}</translation>
    </message>
    <message>
        <source>早 {length}</source>
        <translation>{length} before</translation>
    </message>
    <message>
        <source>晚 {length}</source>
        <translation>{length} after</translation>
    </message>
</context>
<context>
    <name>GapsPage</name>
    <message>
        <source>两个月相差不到 {noise} 分说明不了什么。</source>
        <translation>Differences of less than {noise} points between two months mean little.</translation>
    </message>
    <message>
        <source>{month}月 {score} 分</source>
        <translation>month {month}: {score}</translation>
    </message>
</context>
<context>
    <name>GiveCardPage</name>
    <message>
        <source>送给 {name}</source>
        <translation>To {name}</translation>
    </message>
    <message>
        <source>以{giver}身份送卡：本月还可送 {left} 张，每月 {limit} 张，不结转。</source>
        <translation>You give as {giver}: {left} of {limit} cards left this month; unused cards do not roll over.</translation>
    </message>
    <message>
        <source>请选一个P：按 Alt+1 到 Alt+5。</source>
        <translation>Choose a P: Alt+1 to Alt+5.</translation>
    </message>
    <message>
        <source>已把“{p}”卡送给 {name}。</source>
        <translation>“{p}” card given to {name}.</translation>
    </message>
    <message>
        <source>这张卡要等站长复核后计入。</source>
        <translation> It counts once the supervisor has reviewed it.</translation>
    </message>
    <message>
        <source>已撤回，不占用额度。</source>
        <translation>Taken back; your allowance is not used.</translation>
    </message>
    <message>
        <source>送给 {name} 的{p}卡</source>
        <translation>the {p} card to {name}</translation>
    </message>
</context>
<context>
    <name>Greetings</name>
    <message>
        <source>大家</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>已送出，所有大厅都能看到。</source>
        <translation>Sent; every hall can see it.</translation>
    </message>
    <message>
        <source>已撤下。</source>
        <translation>Taken down.</translation>
    </message>
</context>
<context>
    <name>HallPart</name>
    <message>
        <source>已答复。</source>
        <translation>Answered.</translation>
    </message>
    <message>
        <source>已记录。</source>
        <translation>Recorded.</translation>
    </message>
    <message>
        <source>已推荐。</source>
        <translation>Submitted.</translation>
    </message>
</context>
<context>
    <name>HallTrainingPage</name>
    <message>
        <source>还要学 {count} 人次</source>
        <translation>{count} still to be done</translation>
    </message>
</context>
<context>
    <name>HappyPage</name>
    <message>
        <source>这几天辛苦了。想说说话，拨一个电话，或者写给您信任的人。</source>
        <translation>These have been hard days. If you feel like talking, make a call, or write a few words to somebody you trust.</translation>
    </message>
    <message>
        <source>经营管理部还没有公布热线。</source>
        <translation>The office has not published any hotline yet.</translation>
    </message>
    <message>
        <source>经营管理部还没有公布群。</source>
        <translation>The office has not published the group yet.</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>已发出。只有您选的人能看到。</source>
        <translation>Sent. Only those you chose can see it.</translation>
    </message>
    <message>
        <source>（已解决）</source>
        <translation> (settled)</translation>
    </message>
    <message>
        <source>已解决</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>跟进中</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>已发出</source>
        <translation>Sent</translation>
    </message>
</context>
<context>
    <name>HolidaysPage</name>
    <message>
        <source>通知已核对，{year} 年没有疑问。请看全年和变动，再发布。</source>
        <translation>The notice of {year} was checked, and no problem was found. Look at the year and the changes, then publish.</translation>
    </message>
    <message>
        <source>{count} 个工作日</source>
        <translation>{count} working days</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{years} 年 · 不同 {days} 天 · 承诺日变动 {tickets} 张</source>
        <translation>{years} · {days} days change · {tickets} promised days change</translation>
    </message>
    <message>
        <source>日历第 {version} 版已发布；{count} 张工单的承诺日已重新计算。</source>
        <translation>Calendar version {version} is published; the promised days of {count} inquiries were recomputed.</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>今天 {today} 张，累计 {total} 张</source>
        <translation>{today} today, {total} in all</translation>
    </message>
    <message>
        <source>这几天辛苦了。需要时，快乐驿站随时在。</source>
        <translation>These have been hard days. The happy station is there whenever you need it.</translation>
    </message>
    <message>
        <source>无</source>
        <translation>None</translation>
    </message>
    <message>
        <source>进行中</source>
        <translation>running</translation>
    </message>
    <message>
        <source>超次数</source>
        <translation>over quota</translation>
    </message>
</context>
<context>
    <name>InquiriesPage</name>
    <message>
        <source>超期 {n}</source>
        <translation>{n} overdue</translation>
    </message>
    <message>
        <source>今日到期 {n}</source>
        <translation>{n} due today</translation>
    </message>
    <message>
        <source>待告知 {n}</source>
        <translation>{n} to inform</translation>
    </message>
    <message>
        <source>无首问责任人 {n}</source>
        <translation>{n} without an owner</translation>
    </message>
    <message>
        <source>两处修改不一致 {n}</source>
        <translation>{n} in conflict</translation>
    </message>
</context>
<context>
    <name>InspectedPage</name>
    <message>
        <source>申诉已交经营管理部。</source>
        <translation>Your appeal is with the office.</translation>
    </message>
</context>
<context>
    <name>InspectionsPage</name>
    <message>
        <source>已公布</source>
        <translation>Published</translation>
    </message>
    <message>
        <source>已抽签</source>
        <translation>Drawn</translation>
    </message>
    <message>
        <source>未抽签</source>
        <translation>Not drawn</translation>
    </message>
    <message>
        <source>承诺值 {hash}…</source>
        <translation>Commitment {hash}…</translation>
    </message>
    <message>
        <source>申诉到 {day}</source>
        <translation>Appeals until {day}</translation>
    </message>
    <message>
        <source>还有 {count} 次没有检查，公布后不能再补。</source>
        <translation>{count} visits are not made; after publishing they cannot be made up.</translation>
    </message>
</context>
<context>
    <name>JuryDesk</name>
    <message>
        <source>已交。结束评审前都可以改。</source>
        <translation>Handed in. You may change it until the jury is closed.</translation>
    </message>
</context>
<context>
    <name>LockedCountdown</name>
    <message>
        <source>{name}（{window}号窗口）</source>
        <translation>{name} (window {window})</translation>
    </message>
</context>
<context>
    <name>MissingPart</name>
    <message>
        <source>这个码不是有效的培训证书。</source>
        <translation>This code is not a valid training certificate.</translation>
    </message>
    <message>
        <source>证书有效：{name}，{title}，{day}。</source>
        <translation>Valid certificate: {name}, {title}, {day}.</translation>
    </message>
    <message>
        <source>证书已到期：{name}，{title}，{day}。</source>
        <translation>Certificate expired: {name}, {title}, {day}.</translation>
    </message>
    <message>
        <source>已发证 {count} 张。</source>
        <translation>{count} certificates issued.</translation>
    </message>
</context>
<context>
    <name>MyCardsPage</name>
    <message>
        <source>另有同事、上级、下级赠卡 {count} 张，单独统计。</source>
        <translation>{count} more from colleagues, superiors, subordinates; counted apart.</translation>
    </message>
    <message>
        <source>还差 {count}</source>
        <translation>{count} missing</translation>
    </message>
    <message>
        <source>已到最高一级，谢谢您！</source>
        <translation>The highest level. Thank you!</translation>
    </message>
    <message>
        <source>{count} 张</source>
        <translation>{count} cards</translation>
    </message>
    <message>
        <source>{p} {count} 张</source>
        <translation>{count} {p}</translation>
    </message>
    <message>
        <source>距离{level}还差 {parts}，其中至少 {each}。</source>
        <translation>{parts} to {level}, among them at least {each}.</translation>
    </message>
    <message>
        <source>距离{level}还差 {parts}{each}。</source>
        <translation>{parts}{each} to {level}.</translation>
    </message>
    <message>
        <source>累计中有 {count} 张是本版本还不认识的卡。</source>
        <translation> {count} cards of the total are of a kind that this version does not know.</translation>
    </message>
    <message>
        <source>{level}：经营管理部已确认。</source>
        <translation>{level}: confirmed by the office.</translation>
    </message>
    <message>
        <source>已达到{level}，等待经营管理部确认。</source>
        <translation>{level} reached, waiting for the office to confirm it.</translation>
    </message>
    <message>
        <source>大厅屏幕会显示您的姓名、照片和荣誉。</source>
        <translation>The lobby screens show your name, photo and honours.</translation>
    </message>
    <message>
        <source>大厅屏幕不再显示您。</source>
        <translation>The lobby screens no longer show you.</translation>
    </message>
</context>
<context>
    <name>MyPayPage</name>
    <message>
        <source>应发 {payable} 元</source>
        <translation>Payable: {payable} yuan</translation>
    </message>
    <message>
        <source>申诉已交经营管理部。</source>
        <translation>Your appeal is with the office.</translation>
    </message>
    <message>
        <source>已签字。</source>
        <translation>Signed.</translation>
    </message>
    <message>
        <source>本月至今 {points} 点；金额在公示时才有。</source>
        <translation>{points} points so far this month; amounts come with the notice.</translation>
    </message>
</context>
<context>
    <name>NewInquiry</name>
    <message>
        <source>这位用户以前有 {count} 张工单：</source>
        <translation>This customer&apos;s earlier inquiries: {count}</translation>
    </message>
</context>
<context>
    <name>NoticePart</name>
    <message>
        <source>异议已交经营管理部。</source>
        <translation>Your objection is with the office.</translation>
    </message>
</context>
<context>
    <name>Overruns</name>
    <message>
        <source>{names} 的暂停已超时，请关心一下。</source>
        <translation>{names}: the pause has exceeded its time. Please ask how they are.</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>上月同期 {count}</source>
        <translation>same days last month: {count}</translation>
    </message>
    <message>
        <source>{on_time} / {tickets} 件</source>
        <translation>{on_time} of {tickets}</translation>
    </message>
</context>
<context>
    <name>OwnPart</name>
    <message>
        <source>已推荐。</source>
        <translation>Nominated.</translation>
    </message>
    <message>
        <source>已同意参评。</source>
        <translation>You agreed.</translation>
    </message>
    <message>
        <source>已撤回，不参评。</source>
        <translation>Withdrawn; it does not take part.</translation>
    </message>
    <message>
        <source>已记录。</source>
        <translation>Recorded.</translation>
    </message>
    <message>
        <source>已投稿。</source>
        <translation>Contribution sent.</translation>
    </message>
</context>
<context>
    <name>PayPage</name>
    <message>
        <source>奖金池 {pool} 元 = 应发 {pay} 元 + 留存 {reserve} 元</source>
        <translation>Pool {pool} yuan = pay {pay} + reserve {reserve}</translation>
    </message>
    <message>
        <source>{month}：{step}，已记录。</source>
        <translation>{month}: {step}, recorded.</translation>
    </message>
    <message>
        <source>还有 {count} 件事要先办，都列在“核对”里。</source>
        <translation>{count} things must be done first; they are listed under “Checks”.</translation>
    </message>
    <message>
        <source>请先设或导入奖金池（月份、大厅、岗位、金额）。</source>
        <translation>First set or import the pools (month, hall, post, amount).</translation>
    </message>
    <message>
        <source>（奖金池含上月留存 {carried} 元）</source>
        <translation> (the pool includes {carried} yuan of last month&apos;s reserve)</translation>
    </message>
</context>
<context>
    <name>PinsStep</name>
    <message>
        <source>已设</source>
        <translation>set</translation>
    </message>
    <message>
        <source>未设</source>
        <translation>not set</translation>
    </message>
</context>
<context>
    <name>PolicyPage</name>
    <message>
        <source>现行第 {version} 版</source>
        <translation>Version {version} in force</translation>
    </message>
    <message>
        <source>第 {version} 版已发布。</source>
        <translation>Version {version} is published.</translation>
    </message>
    <message>
        <source>{meaning}。可填：{may}。依据：{source}</source>
        <translation>{meaning}. Allowed: {may}. Source: {source}</translation>
    </message>
    <message>
        <source>第 {version} 版自{day}起</source>
        <translation>version {version} from {day}</translation>
    </message>
    <message>
        <source>上次修改：{day} 第 {version} 版，{who}</source>
        <translation>Last changed: {day}, version {version}, {who}</translation>
    </message>
    <message>
        <source>现行值：{value}</source>
        <translation>In force: {value}</translation>
    </message>
    <message>
        <source>还差一步：{rule}</source>
        <translation>One more step: {rule}</translation>
    </message>
    <message>
        <source>自{day}起</source>
        <translation>From {day}</translation>
    </message>
    <message>
        <source>自出厂以来没有改过。</source>
        <translation>Never changed from the default.</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>{first} 至 {last} 的记录，按现行参数和新参数各算一遍；什么都没有保存。</source>
        <translation>Records of {first} to {last}, decided by the values in force and by the new ones; nothing was saved.</translation>
    </message>
    <message>
        <source>这些部分没有可以重算的决定：{names}。</source>
        <translation>Parts without a decision on record: {names}.</translation>
    </message>
</context>
<context>
    <name>PromotionsPage</name>
    <message>
        <source>这个码不是有效的晋级证书。</source>
        <translation>This code is not a valid promotion certificate.</translation>
    </message>
    <message>
        <source>证书有效：{name}，{level}，{day}。</source>
        <translation>Valid certificate: {name}, {level}, {day}.</translation>
    </message>
    <message>
        <source>{name} 晋升为{level}。</source>
        <translation>{name} is promoted to {level}.</translation>
    </message>
</context>
<context>
    <name>QueueBar</name>
    <message>
        <source>等候 {n} 位</source>
        <translation>{n} waiting</translation>
    </message>
    <message>
        <source>暂停中 {left}</source>
        <translation>Paused {left}</translation>
    </message>
</context>
<context>
    <name>QueueControl</name>
    <message>
        <source>再次呼叫 {label}。</source>
        <translation>{label} called again.</translation>
    </message>
    <message>
        <source>请先选实际办理的业务（数字键 1 至 9）。</source>
        <translation>First choose the service given (keys 1 to 9).</translation>
    </message>
    <message>
        <source>{label} 已办结。</source>
        <translation>{label} is done.</translation>
    </message>
    <message>
        <source>{label} 已挂起，可以叫下一位。</source>
        <translation>{label} is on hold; you can call the next.</translation>
    </message>
    <message>
        <source>{label} 已过号，可以叫下一位。</source>
        <translation>{label} did not show up; you can call the next.</translation>
    </message>
    <message>
        <source>已召回 {label}。</source>
        <translation>{label} recalled.</translation>
    </message>
    <message>
        <source>{label} 的办结已撤回，请再选实际办理的业务。</source>
        <translation>{label} is open again. Choose the service actually given.</translation>
    </message>
    <message>
        <source>{label} 的叫号已撤回，按原来的位置等候。</source>
        <translation>The call of {label} is undone; it waits in its old place.</translation>
    </message>
    <message>
        <source>请 {label} 到 {window}号窗口。</source>
        <translation>{label} to window {window}, please.</translation>
    </message>
    <message>
        <source>{label} 也被 {window}号窗口叫到，现由该窗口办理。</source>
        <translation>{label} was called by window {window} too, and is served there.</translation>
    </message>
    <message>
        <source>{label} 的办结</source>
        <translation>“done” of {label}</translation>
    </message>
    <message>
        <source>{label} 的挂起</source>
        <translation>the hold of {label}</translation>
    </message>
    <message>
        <source>{label} 的过号</source>
        <translation>the no-show of {label}</translation>
    </message>
    <message>
        <source>{label} 的叫号</source>
        <translation>the call of {label}</translation>
    </message>
    <message>
        <source>{label} 优先（{why}）。</source>
        <translation>{label} has priority ({why}).</translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message>
        <source>空闲</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>按 F2 叫下一位。</source>
        <translation>F2 calls the next.</translation>
    </message>
    <message>
        <source>等候 {n} 位</source>
        <translation>{n} waiting</translation>
    </message>
    <message>
        <source>挂起与过号 {n} 位</source>
        <translation>{n} on hold or missed</translation>
    </message>
    <message>
        <source>今天已办 {n} 位</source>
        <translation>{n} served today</translation>
    </message>
    <message>
        <source>全部业务</source>
        <translation>all services</translation>
    </message>
    <message>
        <source>本窗口叫：{names}</source>
        <translation>This window calls: {names}</translation>
    </message>
    <message>
        <source>{at} 取号</source>
        <translation>taken at {at}</translation>
    </message>
    <message>
        <source>等了 {minutes} 分钟</source>
        <translation>waited {minutes} min</translation>
    </message>
    <message>
        <source>已呼叫 {n} 次</source>
        <translation>called {n} times</translation>
    </message>
    <message>
        <source>都不选，就叫全部业务的号。</source>
        <translation>If none is chosen, it calls all services.</translation>
    </message>
    <message>
        <source>{minutes} 分钟</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>暂停中</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>还剩 {left}。用户看到的是暂停服务；回来后在“暂停服务”页结束。</source>
        <translation>{left} left. Customers see “Paused”; when you are back, end it on the page “Pause”.</translation>
    </message>
    <message>
        <source>约 {minutes} 分钟</source>
        <translation>about {minutes} min</translation>
    </message>
    <message>
        <source>{windows}号窗口</source>
        <translation>window {windows}</translation>
    </message>
    <message>
        <source>未选业务</source>
        <translation>No service chosen</translation>
    </message>
    <message>
        <source>{service} {n} 位</source>
        <translation>{service} {n}</translation>
    </message>
    <message>
        <source>{text}（{inside}）</source>
        <translation>{text} ({inside})</translation>
    </message>
</context>
<context>
    <name>Rating</name>
    <message>
        <source>谢谢您的光临，{number}</source>
        <translation>Thank you for coming, {number}</translation>
    </message>
    <message>
        <source>愿意送{name}一张卡吗？</source>
        <translation>Would you give {name} a card?</translation>
    </message>
    <message>
        <source>请到自助屏扫小票或此码</source>
        <translation>Scan your slip or this code at the kiosk</translation>
    </message>
    <message>
        <source>{number}：给{name}送一张卡</source>
        <translation>{number}: a card for {name}</translation>
    </message>
    <message>
        <source>谢谢您！</source>
        <translation>Thank you!</translation>
    </message>
    <message>
        <source>{name} 收到了您的“{p}”卡</source>
        <translation>{name} has your card: {p}</translation>
    </message>
    <message>
        <source>祝您生活愉快</source>
        <translation>Have a good day</translation>
    </message>
    <message>
        <source>我有意见 / 需要帮助</source>
        <translation>I have feedback / need help</translation>
    </message>
    <message>
        <source>有人接、有人办、有答复</source>
        <translation>We take it up and answer</translation>
    </message>
    <message>
        <source>已登记：{number}</source>
        <translation>Registered: {number}</translation>
    </message>
    <message>
        <source>站长负责，最迟 {day} 答复您。到自助屏扫码看进度。</source>
        <translation>The supervisor answers by {day}. Scan the code at the kiosk to see its progress.</translation>
    </message>
    <message>
        <source>已撤回。</source>
        <translation>Taken back.</translation>
    </message>
    <message>
        <source>点错了</source>
        <translation>By mistake</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Take back</translation>
    </message>
</context>
<context>
    <name>ReadersTab</name>
    <message>
        <source>已签收《{book}》{copies}册。</source>
        <translation>Signed for {copies} copies of “{book}”.</translation>
    </message>
    <message>
        <source>还没读：{names}</source>
        <translation>Not read yet: {names}</translation>
    </message>
    <message>
        <source>全部已读。</source>
        <translation>Everybody has read it.</translation>
    </message>
</context>
<context>
    <name>ReadingPart</name>
    <message>
        <source>已复制，可以粘贴到公众号编辑器。图片请按编号补上。</source>
        <translation>Copied: paste it into the account&apos;s editor, and insert the pictures at their numbers.</translation>
    </message>
    <message>
        <source>谢谢，已记录。</source>
        <translation>Thank you, it is recorded.</translation>
    </message>
</context>
<context>
    <name>ReadyStep</name>
    <message>
        <source>{hall}：{n} 人，{pins} 人有密码；站长 {keepers}。</source>
        <translation>{hall}: {n} people, {pins} with a PIN; supervisor {keepers}.</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>{total} 张 · {staff} 人 · 晋级 {promoted} 人</source>
        <translation>Cards {total} · People {staff} · Promoted {promoted}</translation>
    </message>
    <message>
        <source>另有员工互赠 {count} 张，单独统计。</source>
        <translation>{count} more among staff, counted apart.</translation>
    </message>
</context>
<context>
    <name>RosterPage</name>
    <message>
        <source>共 {all} 人，在岗 {on} 人</source>
        <translation>{all} people, {on} on duty</translation>
    </message>
    <message>
        <source>两次输入的不一样。</source>
        <translation>The two entries differ.</translation>
    </message>
    <message>
        <source>新密码已生效。</source>
        <translation>The new PIN is in force.</translation>
    </message>
    <message>
        <source>{name} 已上岗。</source>
        <translation>{name} is on duty.</translation>
    </message>
    <message>
        <source>{name} 已离岗。</source>
        <translation>{name} is off duty.</translation>
    </message>
    <message>
        <source>在岗</source>
        <translation>on duty</translation>
    </message>
    <message>
        <source>未上岗</source>
        <translation>off duty</translation>
    </message>
    <message>
        <source>已设</source>
        <translation>set</translation>
    </message>
    <message>
        <source>未设</source>
        <translation>not set</translation>
    </message>
    <message>
        <source>{name} {number}。新密码要 {digits} 位数字；请本人输入，旁人回避。</source>
        <translation>{name} {number}. The new PIN has {digits} digits; they type it themselves, others look away.</translation>
    </message>
</context>
<context>
    <name>RulebookPage</name>
    <message>
        <source>已确认阅读：{title}</source>
        <translation>Acknowledged: {title}</translation>
    </message>
    <message>
        <source>未读</source>
        <translation>Unread</translation>
    </message>
    <message>
        <source>已读</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>征求意见稿：请把意见告诉站长或经营管理部</source>
        <translation>Draft: tell your supervisor or the office what you think</translation>
    </message>
    <message>
        <source>已过期，应在{day}前读完</source>
        <translation>Overdue: should have been read by {day}</translation>
    </message>
    <message>
        <source>请在{day}前读完</source>
        <translation>To be read by {day}</translation>
    </message>
    <message>
        <source>您读过第 {version} 版</source>
        <translation>You have read version {version}</translation>
    </message>
    <message>
        <source>征求意见</source>
        <translation>Consultation</translation>
    </message>
    <message>
        <source>过期未读</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>现行，到{day}前有效</source>
        <translation>in force until {day}</translation>
    </message>
    <message>
        <source>现行</source>
        <translation>In force</translation>
    </message>
</context>
<context>
    <name>RunningPauses</name>
    <message>
        <source>{name}（{window}号窗口）暂停中 {length}</source>
        <translation>{name} (window {window}) paused {length}</translation>
    </message>
</context>
<context>
    <name>SecondScreen</name>
    <message>
        <source>欢迎光临</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>请到 {window}号窗口</source>
        <translation>Window {window}, please</translation>
    </message>
    <message>
        <source>{window}号窗口</source>
        <translation>Window {window}</translation>
    </message>
    <message>
        <source>马上回来</source>
        <translation>Back in a moment</translation>
    </message>
    <message>
        <source>请到 {windows}</source>
        <translation>Please go to {windows}</translation>
    </message>
    <message>
        <source>暂停服务</source>
        <translation>Paused</translation>
    </message>
</context>
<context>
    <name>StandardsPage</name>
    <message>
        <source>有未发布的修改</source>
        <translation>Unpublished changes</translation>
    </message>
    <message>
        <source>第 {version} 版已发布。</source>
        <translation>Version {version} is published.</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>已向本人征求意见。</source>
        <translation>The person is asked.</translation>
    </message>
</context>
<context>
    <name>StorySteps</name>
    <message>
        <source>通报已建稿，请起草。</source>
        <translation>The bulletin has been created; now draft it.</translation>
    </message>
    <message>
        <source>已征求意见。</source>
        <translation>They have been asked.</translation>
    </message>
    <message>
        <source>已请本人核稿。</source>
        <translation>Sent to be proof-read.</translation>
    </message>
    <message>
        <source>已审核通过。</source>
        <translation>Approved.</translation>
    </message>
    <message>
        <source>已编入。</source>
        <translation>Put into the issue.</translation>
    </message>
</context>
<context>
    <name>SurveyPage</name>
    <message>
        <source>{half}，{last}截止。点一下最符合您想法的一项。</source>
        <translation>{half}, open until {last}. Choose the answer that fits best.</translation>
    </message>
    <message>
        <source>{half}结果（{count} 人，满分 5）：{figures}</source>
        <translation>Results of the {half} ({count} people, out of 5): {figures}</translation>
    </message>
    <message>
        <source>已投进票箱，谢谢。</source>
        <translation>It is in the box, thank you.</translation>
    </message>
</context>
<context>
    <name>SurveysPage</name>
    <message>
        <source>已公布 {count} 份的结果，钥匙已销毁。</source>
        <translation>The results of {count} answers are published; the key is destroyed.</translation>
    </message>
    <message>
        <source>待开箱</source>
        <translation>To be opened</translation>
    </message>
    <message>
        <source>填写中</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>{count} 人</source>
        <translation>{count} people</translation>
    </message>
    <message>
        <source>纸质</source>
        <translation>on paper</translation>
    </message>
    <message>
        <source>{count} 份未到</source>
        <translation>{count} did not arrive</translation>
    </message>
    <message>
        <source>读不出：{halls}</source>
        <translation>Unreadable: {halls}</translation>
    </message>
</context>
<context>
    <name>Tiles</name>
    <message>
        <source>{n} 位</source>
        <translation>Served: {n}</translation>
    </message>
    <message>
        <source>{n} 条</source>
        <translation>{n} entries</translation>
    </message>
</context>
<context>
    <name>VerdictsPage</name>
    <message>
        <source>{step}，已记录。</source>
        <translation>{step}: recorded.</translation>
    </message>
</context>
<context>
    <name>VisitForm</name>
    <message>
        <source>已保存。</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>还差 {count} 条</source>
        <translation>{count} lines left</translation>
    </message>
</context>
<context>
    <name>VoicePart</name>
    <message>
        <source>共 {n} 句，自己录的 {own} 句，缺少 {missing} 句，太响 {loud} 句。</source>
        <translation>{n} phrases: {own} your own recordings, {missing} missing, {loud} too loud.</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>{window}号窗口</source>
        <translation>window {window}</translation>
    </message>
    <message>
        <source>在岗</source>
        <translation>on duty</translation>
    </message>
    <message>
        <source>未上岗</source>
        <translation>off duty</translation>
    </message>
    <message>
        <source>暂停服务中 {left}</source>
        <translation>Paused {left}</translation>
    </message>
</context>
<context>
    <name>YearBoardPage</name>
    <message>
        <source>{units} 个单位 · 奖励 {rewarded} 个 · 取消资格 {out} 个</source>
        <translation>{units} units · {rewarded} rewarded · {out} disqualified</translation>
    </message>
</context>
</TS>
