<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>App</name>
    <message>
        <source>暖窗 Warm Window</source>
        <translation>Warm Window</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>礼貌</source>
        <translation>Polite</translation>
    </message>
    <message>
        <source>耐心</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>积极</source>
        <translation>Positive</translation>
    </message>
    <message>
        <source>热情</source>
        <translation>Passionate</translation>
    </message>
    <message>
        <source>专业</source>
        <translation>Professional</translation>
    </message>
    <message>
        <source>微笑问好，尊重每个人</source>
        <translation>A smile and respect for all</translation>
    </message>
    <message>
        <source>听我说完，讲到我懂</source>
        <translation>Hears me out and explains</translation>
    </message>
    <message>
        <source>主动想办法帮我办成</source>
        <translation>Finds a way for me</translation>
    </message>
    <message>
        <source>像家人一样暖心</source>
        <translation>As warm as family</translation>
    </message>
    <message>
        <source>业务熟练，又快又准</source>
        <translation>Skilled, quick and exact</translation>
    </message>
    <message>
        <source>铜级</source>
        <translation>Bronze</translation>
    </message>
    <message>
        <source>银级</source>
        <translation>Silver</translation>
    </message>
    <message>
        <source>金级</source>
        <translation>Gold</translation>
    </message>
    <message>
        <source>钻石级</source>
        <translation>Diamond</translation>
    </message>
    <message>
        <source>用户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>同事</source>
        <translation>Colleague</translation>
    </message>
    <message>
        <source>上级</source>
        <translation>Superior</translation>
    </message>
    <message>
        <source>下级</source>
        <translation>Subordinate</translation>
    </message>
    <message>
        <source>短时间重复</source>
        <translation>Repeated shortly after</translation>
    </message>
    <message>
        <source>短时间内赠卡过多</source>
        <translation>Burst at one kiosk</translation>
    </message>
    <message>
        <source>当日数量异常</source>
        <translation>Unusual number in a day</translation>
    </message>
    <message>
        <source>集中赠予一人</source>
        <translation>Mostly to one person</translation>
    </message>
    <message>
        <source>互相赠卡</source>
        <translation>Mutual</translation>
    </message>
    <message>
        <source>计入</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>不计入</source>
        <translation>Exclude</translation>
    </message>
    <message>
        <source>撤销上次复核</source>
        <translation>Take the last review back</translation>
    </message>
    <message>
        <source>自助屏</source>
        <translation>Kiosk</translation>
    </message>
    <message>
        <source>窗口电脑</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>纸质卡</source>
        <translation>Paper card</translation>
    </message>
    <message>
        <source>本版本还不认识的</source>
        <translation>of a kind this version does not know</translation>
    </message>
    <message>
        <source>本版本还不认识的赠卡人</source>
        <translation>a giver this version does not know</translation>
    </message>
    <message>
        <source>本版本还不认识的原因</source>
        <translation>a reason this version does not know</translation>
    </message>
    <message>
        <source>本版本还不认识的结论</source>
        <translation>a decision this version does not know</translation>
    </message>
    <message>
        <source>本版本还不认识的来源</source>
        <translation>a source this version does not know</translation>
    </message>
</context>
<context>
    <name>DailyLog</name>
    <message>
        <source>当日日志</source>
        <translation>Daily log</translation>
    </message>
    <message>
        <source>概况</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>需关注</source>
        <translation>Needs attention</translation>
    </message>
    <message>
        <source>在办首问工单</source>
        <translation>Open first-inquiry tickets</translation>
    </message>
    <message>
        <source>首问工单</source>
        <translation>First-inquiry tickets</translation>
    </message>
    <message>
        <source>待复核5P卡</source>
        <translation>5P cards to review</translation>
    </message>
    <message>
        <source>工作日记</source>
        <translation>Diary</translation>
    </message>
    <message>
        <source>全天记录</source>
        <translation>All facts of the day</translation>
    </message>
    <message>
        <source>签字后到达的记录</source>
        <translation>Arrived after the sign-off</translation>
    </message>
    <message>
        <source>设备</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>签字</source>
        <translation>Sign-off</translation>
    </message>
    <message>
        <source>分公司</source>
        <translation>Branch</translation>
    </message>
    <message>
        <source>大厅</source>
        <translation>Hall</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>制表时间</source>
        <translation>Made at</translation>
    </message>
    <message>
        <source>制度版本</source>
        <translation>Policy version</translation>
    </message>
    <message>
        <source>数据完整至</source>
        <translation>Complete to</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>数值</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>操作人</source>
        <translation>Done by</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>What</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>What</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>时间或期限</source>
        <translation>When or due</translation>
    </message>
    <message>
        <source>工单号</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>首问责任人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>承办人</source>
        <translation>Handler</translation>
    </message>
    <message>
        <source>目标日</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>最迟答复日</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>原定期限</source>
        <translation>First limit</translation>
    </message>
    <message>
        <source>下次告知</source>
        <translation>Inform by</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>5P卡</source>
        <translation>5P cards</translation>
    </message>
    <message>
        <source>赠卡人</source>
        <translation>Giver</translation>
    </message>
    <message>
        <source>待核原因</source>
        <translation>Why flagged</translation>
    </message>
    <message>
        <source>设备与序号</source>
        <translation>Device and number</translation>
    </message>
    <message>
        <source>最后记录</source>
        <translation>Last record</translation>
    </message>
    <message>
        <source>签字意见</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>封签</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>日志末号与末位校验值</source>
        <translation>Last number and hash of each journal</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>与签字时一致</source>
        <translation>As signed</translation>
    </message>
    <message>
        <source>与签字时不一致</source>
        <translation>Differs from what was signed</translation>
    </message>
    <message>
        <source>尚未签字</source>
        <translation>Not signed yet</translation>
    </message>
    <message>
        <source>已签字</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>无</source>
        <translation>None</translation>
    </message>
    <message>
        <source>（仅本人和站长可见）</source>
        <translation>(only for the author and the supervisor)</translation>
    </message>
    <message>
        <source>本机</source>
        <translation>This device</translation>
    </message>
    <message>
        <source>站长签字</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>第 {page} 页，共 {pages} 页</source>
        <translation>Page {page} of {pages}</translation>
    </message>
    <message>
        <source>用户赠卡（计入）</source>
        <translation>Customers&apos; cards, counted</translation>
    </message>
    <message>
        <source>员工赠卡（计入）</source>
        <translation>Cards from staff</translation>
    </message>
    <message>
        <source>待复核</source>
        <translation>To review</translation>
    </message>
    <message>
        <source>复核后不计入</source>
        <translation>Excluded</translation>
    </message>
    <message>
        <source>暂停次数</source>
        <translation>Pauses</translation>
    </message>
    <message>
        <source>申请未通过</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>超次数</source>
        <translation>Over quota</translation>
    </message>
    <message>
        <source>超时</source>
        <translation>Overrun</translation>
    </message>
    <message>
        <source>首问新登记</source>
        <translation>Tickets opened</translation>
    </message>
    <message>
        <source>首问办结</source>
        <translation>Tickets closed</translation>
    </message>
    <message>
        <source>在办</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>今日到期</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>超期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>排队叫号办理</source>
        <translation>Numbers served</translation>
    </message>
    <message>
        <source>已评价</source>
        <translation>Rated</translation>
    </message>
    <message>
        <source>未评价</source>
        <translation>Not rated</translation>
    </message>
    <message>
        <source>同一号被两个窗口叫到</source>
        <translation>Number called by two windows</translation>
    </message>
    <message>
        <source>暂停超出每日次数</source>
        <translation>Pause beyond the daily number</translation>
    </message>
    <message>
        <source>暂停超时</source>
        <translation>Pause too long</translation>
    </message>
    <message>
        <source>逾期答复</source>
        <translation>Answered after the limit</translation>
    </message>
    <message>
        <source>工单超期未答复</source>
        <translation>Ticket overdue, not answered</translation>
    </message>
    <message>
        <source>应告知未告知</source>
        <translation>Customer not kept informed</translation>
    </message>
    <message>
        <source>已在暂停中</source>
        <translation>already on a pause</translation>
    </message>
    <message>
        <source>还有用户没有办完</source>
        <translation>a customer is still at the window</translation>
    </message>
    <message>
        <source>当天次数已满</source>
        <translation>the day&apos;s pauses are used</translation>
    </message>
    <message>
        <source>当天次数已在别处用完</source>
        <translation>the day&apos;s pauses were used elsewhere</translation>
    </message>
    <message>
        <source>有同事正在暂停</source>
        <translation>a colleague is on a pause</translation>
    </message>
    <message>
        <source>没有其他窗口办理同样业务</source>
        <translation>no other window open for the same business</translation>
    </message>
    <message>
        <source>等候用户不在规定人数以下</source>
        <translation>too many customers waiting</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>name</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>phone</translation>
    </message>
    <message>
        <source>{staff}收到一张{p}卡（{giver}赠）</source>
        <translation>{staff} received a card: {p} (from: {giver})</translation>
    </message>
    <message>
        <source>{staff}的{p}卡附上了留言</source>
        <translation>A sentence was added to {staff}&apos;s card: {p}</translation>
    </message>
    <message>
        <source>{staff}办完一号，用户未评价</source>
        <translation>{staff} finished a number; the customer did not rate</translation>
    </message>
    <message>
        <source>复核{staff}的{p}卡：{verdict}，{reason}</source>
        <translation>Review of {staff}&apos;s card ({p}): {verdict}, {reason}</translation>
    </message>
    <message>
        <source>撤回给{staff}的{p}卡</source>
        <translation>The card for {staff} ({p}) was taken back</translation>
    </message>
    <message>
        <source>确认{staff}晋级</source>
        <translation>{staff}&apos;s promotion was confirmed</translation>
    </message>
    <message>
        <source>{staff}暂停服务5分钟（{window}号窗口）</source>
        <translation>{staff} began a five-minute pause (window {window})</translation>
    </message>
    <message>
        <source>{staff}申请暂停未通过：{code}</source>
        <translation>{staff} asked for a pause, refused: {code}</translation>
    </message>
    <message>
        <source>{staff}恢复服务，用时{length_ms}</source>
        <translation>{staff} is back after {length_ms}</translation>
    </message>
    <message>
        <source>{staff}撤回了刚开始的暂停，不计次数</source>
        <translation>{staff} took back the pause just begun; it does not count</translation>
    </message>
    <message>
        <source>{staff}写了工作日记：{entry}</source>
        <translation>{staff} wrote in the diary: {entry}</translation>
    </message>
    <message>
        <source>{staff}修改了工作日记：{entry}</source>
        <translation>{staff} changed a diary entry: {entry}</translation>
    </message>
    <message>
        <source>{staff}{candidate}推荐日记参评贴心服务奖</source>
        <translation>{staff} {candidate} to a diary entry being put up for the caring service award</translation>
    </message>
    <message>
        <source>登记首问工单 {number}（{channel}，{topic}），首问责任人：{owner}</source>
        <translation>Ticket {number} opened ({channel}, {topic}), owner: {owner}</translation>
    </message>
    <message>
        <source>工单 {number} 更正用户{aspect}</source>
        <translation>Ticket {number}: the customer&apos;s {aspect} corrected</translation>
    </message>
    <message>
        <source>工单 {number} 转给承办人{to}：{reason}</source>
        <translation>Ticket {number} handed to {to}: {reason}</translation>
    </message>
    <message>
        <source>工单 {number} 由{person}代办：{reason}</source>
        <translation>Ticket {number}: {person} stands in: {reason}</translation>
    </message>
    <message>
        <source>工单 {number} 已告知用户进展（{channel}），下次告知：{next_due}</source>
        <translation>Ticket {number}: customer informed ({channel}), next by {next_due}</translation>
    </message>
    <message>
        <source>工单 {number} 申请按特殊情况办理：{grounds}</source>
        <translation>Ticket {number}: special time asked for: {grounds}</translation>
    </message>
    <message>
        <source>工单 {number} 同意按特殊情况办理</source>
        <translation>Ticket {number}: special time granted</translation>
    </message>
    <message>
        <source>工单 {number} 不同意按特殊情况办理：{reason}</source>
        <translation>Ticket {number}: special time declined: {reason}</translation>
    </message>
    <message>
        <source>工单 {number} 由 {instead_of} 延期至 {limit}：{grounds}</source>
        <translation>Ticket {number} extended from {instead_of} to {limit}: {grounds}</translation>
    </message>
    <message>
        <source>工单 {number} 办结，已答复用户</source>
        <translation>Ticket {number} closed, customer answered</translation>
    </message>
    <message>
        <source>工单 {number} 已回访</source>
        <translation>Ticket {number}: customer called back</translation>
    </message>
    <message>
        <source>工单 {number} 重新办理：{reason}</source>
        <translation>Ticket {number} reopened: {reason}</translation>
    </message>
    <message>
        <source>工单 {number} 与另一工单合并</source>
        <translation>Ticket {number} merged into another</translation>
    </message>
    <message>
        <source>工单 {number} 并入一张重复工单</source>
        <translation>Ticket {number} took in a duplicate</translation>
    </message>
    <message>
        <source>工单 {number} 两处修改不一致，已核对</source>
        <translation>Ticket {number}: set differently at two counters, checked</translation>
    </message>
    <message>
        <source>工单 {number} 的用户信息被查看</source>
        <translation>Ticket {number}: customer&apos;s details were opened</translation>
    </message>
    <message>
        <source>{letter}{serial} 取号（{service}）</source>
        <translation>{letter}{serial} taken ({service})</translation>
    </message>
    <message>
        <source>{letter}{serial} 请到 {window} 号窗口</source>
        <translation>{letter}{serial} called to window {window}</translation>
    </message>
    <message>
        <source>{letter}{serial} 再次呼叫</source>
        <translation>{letter}{serial} called again</translation>
    </message>
    <message>
        <source>{letter}{serial} 过号</source>
        <translation>{letter}{serial} did not come</translation>
    </message>
    <message>
        <source>{letter}{serial} 挂起</source>
        <translation>{letter}{serial} on hold</translation>
    </message>
    <message>
        <source>{letter}{serial} 由{staff}办理完毕（{service}）</source>
        <translation>{letter}{serial} served by {staff} ({service})</translation>
    </message>
    <message>
        <source>{letter}{serial} 叫号撤回，按原来的位置等候</source>
        <translation>{letter}{serial} call taken back: waits at the old place</translation>
    </message>
    <message>
        <source>{letter}{serial} 由{staff}撤回办结</source>
        <translation>{letter}{serial} end taken back by {staff}</translation>
    </message>
    <message>
        <source>{staff}在快乐驿站送出祝福</source>
        <translation>{staff} sent a greeting at the happy station</translation>
    </message>
    <message>
        <source>{staff}的祝福已撤下</source>
        <translation>{staff}&apos;s greeting was taken down</translation>
    </message>
    <message>
        <source>{staff}确认已阅读管理制度（第 {version} 版）</source>
        <translation>{staff} has read the rulebook (version {version})</translation>
    </message>
    <message>
        <source>大厅资料已更新</source>
        <translation>The hall&apos;s details were set</translation>
    </message>
    <message>
        <source>{staff}的人员资料已更新（{role}）</source>
        <translation>{staff}&apos;s details were set ({role})</translation>
    </message>
    <message>
        <source>{staff}{on}</source>
        <translation>{staff} {on}</translation>
    </message>
    <message>
        <source>{staff}的照片已更新</source>
        <translation>{staff}&apos;s photo was set</translation>
    </message>
    <message>
        <source>{staff}的密码已设置</source>
        <translation>{staff}&apos;s PIN was set</translation>
    </message>
    <message>
        <source>本机加入汇聚库，自己发布过的文件不再使用</source>
        <translation>This PC joined the hub; documents of its own are no longer used</translation>
    </message>
    <message>
        <source>{day} 的日志已签字</source>
        <translation>The log of {day} was signed</translation>
    </message>
    <message>
        <source>个人信息已按规定清除</source>
        <translation>Personal data was erased</translation>
    </message>
    <message>
        <source>{minutes}分{seconds}秒</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>上岗</source>
        <translation>came on duty</translation>
    </message>
    <message>
        <source>离岗</source>
        <translation>went off duty</translation>
    </message>
    <message>
        <source>同意</source>
        <translation>consents</translation>
    </message>
    <message>
        <source>不再</source>
        <translation>no longer consents</translation>
    </message>
    <message>
        <source>本版本还不认识的规定</source>
        <translation>a rule this version does not know</translation>
    </message>
    <message>
        <source>资料（本版本还不认识的项目）</source>
        <translation>data (an item this version does not know)</translation>
    </message>
    <message>
        <source>{staff}的密码输入有误（{program}）</source>
        <translation>A wrong PIN for {staff} ({program})</translation>
    </message>
    <message>
        <source>{staff}登录（{program}）</source>
        <translation>{staff} signed in ({program})</translation>
    </message>
    <message>
        <source>本机更换了设备编号，原有记录不变</source>
        <translation>This device has a new device number; its earlier records stay as they were</translation>
    </message>
    <message>
        <source>本版本还不认识的记录（{kind}）</source>
        <translation>A record this version does not know ({kind})</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>周一 周二 周三 周四 周五 周六 周日</source>
        <translation>Mon Tue Wed Thu Fri Sat Sun</translation>
    </message>
    <message>
        <source>{month}月{day}日（{weekday}）</source>
        <translation>{weekday} {day} {month_name}</translation>
    </message>
</context>
<context>
    <name>Diary</name>
    <message>
        <source>暂停服务5分钟</source>
        <translation>Five-minute pause</translation>
    </message>
    <message>
        <source>困难</source>
        <translation>Difficulty</translation>
    </message>
    <message>
        <source>委屈</source>
        <translation>Grievance</translation>
    </message>
    <message>
        <source>表扬</source>
        <translation>Praise</translation>
    </message>
    <message>
        <source>事迹</source>
        <translation>Deed</translation>
    </message>
    <message>
        <source>主动发现</source>
        <translation>Discovery</translation>
    </message>
    <message>
        <source>建议</source>
        <translation>Suggestion</translation>
    </message>
    <message>
        <source>交接</source>
        <translation>Handover</translation>
    </message>
    <message>
        <source>本版本还不认识的类别</source>
        <translation>a kind this version does not know</translation>
    </message>
</context>
<context>
    <name>Happiness</name>
    <message>
        <source>工作</source>
        <translation>Work</translation>
    </message>
    <message>
        <source>生活</source>
        <translation>Life</translation>
    </message>
    <message>
        <source>本版本还不认识的类别</source>
        <translation>a kind this version does not know</translation>
    </message>
</context>
<context>
    <name>Inquiries</name>
    <message>
        <source>一般</source>
        <translation>General</translation>
    </message>
    <message>
        <source>特殊</source>
        <translation>Special</translation>
    </message>
    <message>
        <source>来访</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>来电</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>自助屏</source>
        <translation>Kiosk</translation>
    </message>
    <message>
        <source>短信</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>咨询</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>Complaint</translation>
    </message>
    <message>
        <source>求助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>办理中</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>已合并</source>
        <translation>Merged</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>On time</translation>
    </message>
    <message>
        <source>临期</source>
        <translation>Due soon</translation>
    </message>
    <message>
        <source>已过目标日</source>
        <translation>Past target</translation>
    </message>
    <message>
        <source>应告知未告知</source>
        <translation>Not informed</translation>
    </message>
    <message>
        <source>超期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>满意</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <source>基本满意</source>
        <translation>Fair</translation>
    </message>
    <message>
        <source>不满意</source>
        <translation>Unsatisfied</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>承办人</source>
        <translation>Handler</translation>
    </message>
    <message>
        <source>最迟答复日</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>办理结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>由{value}代办</source>
        <translation>{value} stands in</translation>
    </message>
    <message>
        <source>办结，答复：{value}</source>
        <translation>closed, answer: {value}</translation>
    </message>
    <message>
        <source>重新办理</source>
        <translation>reopened</translation>
    </message>
    <message>
        <source>并入 {value}</source>
        <translation>merged into {value}</translation>
    </message>
    <message>
        <source>结束代办</source>
        <translation>no stand-in any more</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>本版本还不认识的时限</source>
        <translation>a time limit this version does not know</translation>
    </message>
    <message>
        <source>本版本还不认识的方式</source>
        <translation>a way this version does not know</translation>
    </message>
    <message>
        <source>本版本还不认识的类别</source>
        <translation>a kind this version does not know</translation>
    </message>
    <message>
        <source>本版本还不认识的评价</source>
        <translation>an opinion this version does not know</translation>
    </message>
    <message>
        <source>本版本还不认识的内容</source>
        <translation>a detail this version does not know</translation>
    </message>
</context>
<context>
    <name>Line</name>
    <message>
        <source>燃气费收取</source>
        <translation>Gas fees</translation>
    </message>
    <message>
        <source>业务咨询</source>
        <translation>Advice</translation>
    </message>
    <message>
        <source>燃气具销售</source>
        <translation>Gas appliances</translation>
    </message>
    <message>
        <source>用户结算</source>
        <translation>Settlement</translation>
    </message>
    <message>
        <source>过户更名</source>
        <translation>Change of account holder</translation>
    </message>
    <message>
        <source>保险销售</source>
        <translation>Insurance</translation>
    </message>
    <message>
        <source>免费胶管发放</source>
        <translation>Free gas hose</translation>
    </message>
    <message>
        <source>IC卡开卡</source>
        <translation>New IC card</translation>
    </message>
    <message>
        <source>IC卡补卡</source>
        <translation>IC card replacement</translation>
    </message>
    <message>
        <source>等候</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>已叫号</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>挂起</source>
        <translation>On hold</translation>
    </message>
    <message>
        <source>过号</source>
        <translation>Missed</translation>
    </message>
    <message>
        <source>已办理</source>
        <translation>Served</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>暖窗 · 5P卡</source>
        <translation>Warm Window · 5P card</translation>
    </message>
    <message>
        <source>暖窗 Warm Window</source>
        <translation>Warm Window</translation>
    </message>
    <message>
        <source>送给（窗口或姓名）</source>
        <translation>For (window or name)</translation>
    </message>
    <message>
        <source>到大厅自助屏扫一扫</source>
        <translation>Scan it at the lobby kiosk</translation>
    </message>
    <message>
        <source>一张卡只能用一次</source>
        <translation>Works once</translation>
    </message>
    <message>
        <source>扫码登录，另需密码</source>
        <translation>Scan to sign in, with PIN</translation>
    </message>
    <message>
        <source>五个P</source>
        <translation>five P</translation>
    </message>
    <message>
        <source>排队号</source>
        <translation>Your number</translation>
    </message>
    <message>
        <source>前面 {count} 人</source>
        <translation>{count} before you</translation>
    </message>
    <message>
        <source>过号请到窗口说一声，不用重新排队</source>
        <translation>Missed it? Tell a window; no new number needed</translation>
    </message>
    <message>
        <source>办完后到自助屏扫码，可给窗口送一张卡</source>
        <translation>Afterwards, scan this at the kiosk to give a card</translation>
    </message>
    <message>
        <source>首问工单</source>
        <translation>First-inquiry ticket</translation>
    </message>
    <message>
        <source>最迟 {day} 答复您</source>
        <translation>Answered by {day} at the latest</translation>
    </message>
    <message>
        <source>到自助屏扫码，可看办到哪一步</source>
        <translation>Scan this at the kiosk to see how it stands</translation>
    </message>
    <message>
        <source>码里没有您的个人信息</source>
        <translation>The code holds nothing personal</translation>
    </message>
    <message>
        <source>一次性5P卡</source>
        <translation>One-time 5P cards</translation>
    </message>
    <message>
        <source>工牌</source>
        <translation>Badges</translation>
    </message>
</context>
<context>
    <name>Pauses</name>
    <message>
        <source>受到误解</source>
        <translation>Misunderstood</translation>
    </message>
    <message>
        <source>情绪低落</source>
        <translation>Feeling low</translation>
    </message>
    <message>
        <source>身体不适</source>
        <translation>Unwell</translation>
    </message>
    <message>
        <source>家中有事</source>
        <translation>Family</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>排队系统</source>
        <translation>this hall&apos;s line</translation>
    </message>
    <message>
        <source>原有排队机</source>
        <translation>the existing queue system</translation>
    </message>
    <message>
        <source>本人目测填报</source>
        <translation>Counted by the person</translation>
    </message>
    <message>
        <source>本版本还不认识的原因</source>
        <translation>a reason this version does not know</translation>
    </message>
    <message>
        <source>本版本还不认识的来源</source>
        <translation>a source this version does not know</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>窗口人员</source>
        <translation>Window staff</translation>
    </message>
    <message>
        <source>站长(班长)</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>经营管理部</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>购气员</source>
        <translation>Cashier</translation>
    </message>
    <message>
        <source>咨询员</source>
        <translation>Consultant</translation>
    </message>
    <message>
        <source>本版本还不认识的角色</source>
        <translation>a role this version does not know</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>删除</source>
        <translation>Erase</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>现在办不了（{code}）。</source>
        <translation>This cannot be done now ({code}).</translation>
    </message>
    <message>
        <source>留言太长，最多 {limit} 个字。</source>
        <translation>The message is too long, {limit} characters at most.</translation>
    </message>
    <message>
        <source>这个排队号已经送过卡了，一个号送一张。</source>
        <translation>This number has given its card already: one number, one card.</translation>
    </message>
    <message>
        <source>这张卡已经用过了，一张卡送一次。</source>
        <translation>This card has been used already.</translation>
    </message>
    <message>
        <source>已经过了可以修改的时间。</source>
        <translation>The time for changes is over.</translation>
    </message>
    <message>
        <source>日期“{value}”看不懂。</source>
        <translation>“{value}” is no date.</translation>
    </message>
    <message>
        <source>没有“{value}”这种5P卡。</source>
        <translation>There is no P “{value}”.</translation>
    </message>
    <message>
        <source>没有“{value}”这种赠卡人。</source>
        <translation>There is no giver “{value}”.</translation>
    </message>
    <message>
        <source>不能给自己送卡。</source>
        <translation>Nobody can give a card to themselves.</translation>
    </message>
    <message>
        <source>没有找到这张卡。</source>
        <translation>This card was not found.</translation>
    </message>
    <message>
        <source>请写明理由。</source>
        <translation>Please state the reason.</translation>
    </message>
    <message>
        <source>本月的 {limit} 张卡已经送完，下月再送。</source>
        <translation>All {limit} cards of this month are given. More next month.</translation>
    </message>
    <message>
        <source>{day} 还没有到，不能签字。</source>
        <translation>{day} has not come yet and cannot be signed.</translation>
    </message>
    <message>
        <source>这类记录由系统自动写入。</source>
        <translation>Entries of this kind are written automatically.</translation>
    </message>
    <message>
        <source>请写几句话。</source>
        <translation>Please write a few words.</translation>
    </message>
    <message>
        <source>超过 {hours} 小时，不能再修改。</source>
        <translation>It can be changed for {hours} hours only.</translation>
    </message>
    <message>
        <source>请选择向谁求助。</source>
        <translation>Please choose whom to ask.</translation>
    </message>
    <message>
        <source>只能向主管领导或经营管理部求助。</source>
        <translation>Help can be asked of your supervisor or the office only.</translation>
    </message>
    <message>
        <source>已过最迟答复日 {limit}，不能再延期。</source>
        <translation>The limit {limit} has passed; no extension any more.</translation>
    </message>
    <message>
        <source>新日期要晚于 {limit}。</source>
        <translation>The new date must be after {limit}.</translation>
    </message>
    <message>
        <source>这一天不是工作日，可选 {next}。</source>
        <translation>Not a working day; {next} would be.</translation>
    </message>
    <message>
        <source>已经是特殊事项。</source>
        <translation>It is special already.</translation>
    </message>
    <message>
        <source>请写明内容。</source>
        <translation>Please write what it is about.</translation>
    </message>
    <message>
        <source>内容太长，最多 {limit} 个字。</source>
        <translation>The text is too long, {limit} characters at most.</translation>
    </message>
    <message>
        <source>受理时间不能晚于现在。</source>
        <translation>It cannot be received in the future.</translation>
    </message>
    <message>
        <source>同事刚刚改过这一项，请再看一下。</source>
        <translation>A colleague has just changed this. Please look again.</translation>
    </message>
    <message>
        <source>已经由这位同事承办。</source>
        <translation>This colleague handles it already.</translation>
    </message>
    <message>
        <source>承办人 {number} 在岗，请用转办。</source>
        <translation>The handler {number} is on duty; please transfer instead.</translation>
    </message>
    <message>
        <source>没有人申请特殊时限。</source>
        <translation>Nobody asked for the special time.</translation>
    </message>
    <message>
        <source>这张工单已经办结。</source>
        <translation>This inquiry is closed.</translation>
    </message>
    <message>
        <source>这张工单还没有办结。</source>
        <translation>This inquiry is not closed yet.</translation>
    </message>
    <message>
        <source>只能并入更早受理的工单。</source>
        <translation>It can only be merged into an older inquiry.</translation>
    </message>
    <message>
        <source>没有更早受理、还在办理的工单可以并入。</source>
        <translation>No open inquiry of this hall was received earlier: there is none to merge into.</translation>
    </message>
    <message>
        <source>电话号码不完整，请再看一下。</source>
        <translation>The phone number is incomplete, please look again.</translation>
    </message>
    <message>
        <source>没有这项业务，请再选一次。</source>
        <translation>There is no such service, please choose again.</translation>
    </message>
    <message>
        <source>现在没有等候的用户。</source>
        <translation>Nobody is waiting now.</translation>
    </message>
    <message>
        <source>{number} 号刚被别的窗口叫走。</source>
        <translation>Another window has just called {number}.</translation>
    </message>
    <message>
        <source>您还没有窗口，请站长先安排。</source>
        <translation>You have no window yet; please ask the supervisor.</translation>
    </message>
    <message>
        <source>{number} 号还没有办完。</source>
        <translation>Number {number} is not finished yet.</translation>
    </message>
    <message>
        <source>这个号的情况变了，请再看一下。</source>
        <translation>This number has changed meanwhile, please look again.</translation>
    </message>
    <message>
        <source>请用 A 到 Z 的一个字母。</source>
        <translation>Please use one letter from A to Z.</translation>
    </message>
    <message>
        <source>您正在暂停服务。</source>
        <translation>You are on a pause already.</translation>
    </message>
    <message>
        <source>这次暂停已经结束。</source>
        <translation>This pause has ended.</translation>
    </message>
    <message>
        <source>今天已经暂停 {own_today} 次，每人每天最多 {per_day} 次。</source>
        <translation>You have paused {own_today} times today; at most {per_day} a day.</translation>
    </message>
    <message>
        <source>今天的次数已在别的窗口用完，每人每天最多 {per_day} 次。</source>
        <translation>Today&apos;s pauses were used at another window; at most {per_day} a day.</translation>
    </message>
    <message>
        <source>有同事正在暂停，请等同事回来。</source>
        <translation>A colleague is on a pause; please wait until they are back.</translation>
    </message>
    <message>
        <source>现在没有别的窗口办理同样的业务。</source>
        <translation>No other window is open for the same business now.</translation>
    </message>
    <message>
        <source>请先填写现在有几位用户在等候。</source>
        <translation>Please enter how many customers are waiting now.</translation>
    </message>
    <message>
        <source>现在有 {waiting} 位用户在等候，须在 {limit} 名以下。</source>
        <translation>{waiting} customers are waiting; there must be fewer than {limit}.</translation>
    </message>
    <message>
        <source>您的岗位没有这项权限。</source>
        <translation>Your role may not do this.</translation>
    </message>
    <message>
        <source>没有找到这条记录。</source>
        <translation>This record was not found.</translation>
    </message>
    <message>
        <source>工号或密码不对，请再试一次。</source>
        <translation>Number or PIN is wrong, please try again.</translation>
    </message>
    <message>
        <source>密码错误次数较多，请等待 {seconds} 秒后再试。</source>
        <translation>Too many wrong PINs, please wait {seconds} seconds.</translation>
    </message>
    <message>
        <source>密码应为 {digits} 位数字。</source>
        <translation>A PIN has {digits} digits.</translation>
    </message>
    <message>
        <source>这个密码太简单，请换一个。</source>
        <translation>This PIN is too simple, please choose another.</translation>
    </message>
    <message>
        <source>没有找到工号 {number}。</source>
        <translation>There is no staff number {number}.</translation>
    </message>
    <message>
        <source>照片太大，最大 {limit_kb} KB。</source>
        <translation>The photo is too large, {limit_kb} KB at most.</translation>
    </message>
    <message>
        <source>文件“{name}”有误：{reason}</source>
        <translation>The file “{name}” is faulty: {reason}</translation>
    </message>
    <message>
        <source>没有“{hall}”这个大厅。</source>
        <translation>There is no hall “{hall}”.</translation>
    </message>
    <message>
        <source>缺少“{column}”。</source>
        <translation>“{column}” is missing.</translation>
    </message>
    <message>
        <source>工号“{value}”不正确。</source>
        <translation>“{value}” is no staff number.</translation>
    </message>
    <message>
        <source>没有“{value}”这个角色。</source>
        <translation>There is no role “{value}”.</translation>
    </message>
    <message>
        <source>没有“{value}”这个岗位。</source>
        <translation>There is no post “{value}”.</translation>
    </message>
    <message>
        <source>章节代号“{value}”不合要求，请用小写字母、数字和横线。</source>
        <translation>The chapter code “{value}” does not fit: use small letters, digits and hyphens.</translation>
    </message>
    <message>
        <source>请写标题。</source>
        <translation>Please write a title.</translation>
    </message>
    <message>
        <source>已发布第 {version} 版，请阅读新版后再确认。</source>
        <translation>Version {version} has been published; please read it first.</translation>
    </message>
    <message>
        <source>您已确认阅读过这一版。</source>
        <translation>You have acknowledged this version already.</translation>
    </message>
    <message>
        <source>queue.toml 里的 {setting} 有误：{reason}</source>
        <translation>{setting} in queue.toml is not right: {reason}</translation>
    </message>
    <message>
        <source>{source}：连不上（{setting}）：{reason}</source>
        <translation>{source}: cannot be reached ({setting}): {reason}</translation>
    </message>
    <message>
        <source>{source}：{seconds} 秒内没有答复（{setting}）</source>
        <translation>{source}: no answer within {seconds} s ({setting})</translation>
    </message>
    <message>
        <source>{source}：对方拒绝了请求（{setting}）：{reason}</source>
        <translation>{source}: refuses the request ({setting}): {reason}</translation>
    </message>
    <message>
        <source>{source}：查询语句不能用（{setting}）：{reason}</source>
        <translation>{source}: the query does not work ({setting}): {reason}</translation>
    </message>
    <message>
        <source>{source}：答复里没有等候人数（{setting}）：{reason}</source>
        <translation>{source}: no count of those waiting in the answer ({setting}): {reason}</translation>
    </message>
</context>
<context>
    <name>Rulebook</name>
    <message>
        <source>购气窗口管理制度</source>
        <translation>Rulebook of the service windows</translation>
    </message>
    <message>
        <source>目录</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>第 {version} 版</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>第 {page} 页，共 {pages} 页</source>
        <translation>Page {page} of {pages}</translation>
    </message>
    <message>
        <source>还没有发布任何章节。</source>
        <translation>No chapter has been published yet.</translation>
    </message>
    <message>
        <source>本人已阅读并知晓以上内容。签字：____________ 日期：____________</source>
        <translation>I have read and understood the above. Signed: ____________ Date: ____________</translation>
    </message>
</context>
<context>
    <name>SyncBadge</name>
    <message>
        <source>● 已全部上传</source>
        <translation>● All sent</translation>
    </message>
    <message>
        <source>▲ {n} 条待上传，自 {since}</source>
        <translation>▲ {n} waiting since {since}</translation>
    </message>
    <message>
        <source>▲ 连不上汇聚库，恢复后自动上传</source>
        <translation>▲ Hub out of reach; sent by itself later</translation>
    </message>
    <message>
        <source>▲ {n} 条待上传，自 {since} 连不上，恢复后自动上传</source>
        <translation>▲ {n} waiting since {since}: no line; sent by itself later</translation>
    </message>
    <message>
        <source>▲ {n} 条待上传，本机同步出错，会再试；一直不好请联系{contact}</source>
        <translation>▲ {n} waiting: a fault here, trying again; if it lasts call {contact}</translation>
    </message>
    <message>
        <source>⇅ 正在同步 {done} / {total} 条</source>
        <translation>⇅ Syncing {done} of {total}</translation>
    </message>
    <message>
        <source>■ 已停止上传：{reason}。请联系{contact}</source>
        <translation>■ Sending has stopped: {reason}. Please call {contact}</translation>
    </message>
    <message>
        <source>本机已停用</source>
        <translation>this device was revoked</translation>
    </message>
    <message>
        <source>本程序需要升级</source>
        <translation>this program must be upgraded</translation>
    </message>
    <message>
        <source>汇聚库需要升级</source>
        <translation>the hub must be upgraded</translation>
    </message>
    <message>
        <source>！本机时钟差 {minutes} 分钟，已代为校正，请把时钟拨准</source>
        <translation>! Clock off by {minutes} min, corrected for now: please set it</translation>
    </message>
    <message>
        <source>！另一台机器也在用本机的登记，请联系{contact}换发</source>
        <translation>! Another machine uses this enrolment: call {contact} for a new one</translation>
    </message>
    <message>
        <source>管理员</source>
        <translation>the administrator</translation>
    </message>
</context>
</TS>
