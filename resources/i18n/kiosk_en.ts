<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>AttractPage</name>
    <message>
        <source>今天，谁温暖了您？</source>
        <translation>Who helped you?</translation>
    </message>
    <message>
        <source>点一点，送 TA 一张5P卡。不用登录，三步就好。</source>
        <translation>Give them a 5P card. No sign-in, three touches.</translation>
    </message>
    <message>
        <source>送卡歇一歇，马上回来</source>
        <translation>Cards are paused for a moment</translation>
    </message>
    <message>
        <source>送一张5P卡</source>
        <translation>Give a 5P card</translation>
    </message>
    <message>
        <source>礼貌 耐心 积极 热情 专业</source>
        <translation>A thank-you that counts</translation>
    </message>
    <message>
        <source>我有意见 / 需要帮助</source>
        <translation>Feedback / Help</translation>
    </message>
    <message>
        <source>有人接、有人办、有答复</source>
        <translation>We take it up and answer</translation>
    </message>
    <message>
        <source>取号排队</source>
        <translation>Take a number</translation>
    </message>
    <message>
        <source>凭小票送卡</source>
        <translation>I have a slip</translation>
    </message>
    <message numerus="yes">
        <source>今天大厅里已有 %n 声谢谢</source>
        <translation>
            <numerusform>%n thank-you in this hall today</numerusform>
            <numerusform>%n thank-yous in this hall today</numerusform>
        </translation>
    </message>
    <message>
        <source>今天的第一声谢谢，等您来说</source>
        <translation>Today&apos;s first thank-you could be yours</translation>
    </message>
    <message>
        <source>谢谢大家的热情</source>
        <translation>Thank you all so much</translation>
    </message>
    <message>
        <source>正在准备，请稍等一下</source>
        <translation>Getting ready, one moment please</translation>
    </message>
    <message numerus="yes">
        <source>%n 位在等候</source>
        <translation>
            <numerusform>%n is waiting</numerusform>
            <numerusform>%n are waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CallRow</name>
    <message>
        <source>{window}号窗口</source>
        <translation>Window {window}</translation>
    </message>
</context>
<context>
    <name>CandidateStrip</name>
    <message>
        <source>上一页</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>点字母打拼音</source>
        <translation>Type Pinyin</translation>
    </message>
</context>
<context>
    <name>CardsPage</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>送给 {name}</source>
        <translation>For {name}</translation>
    </message>
    <message>
        <source>您想送哪一张卡？</source>
        <translation>Which card would you like to give?</translation>
    </message>
    <message>
        <source>凭排队号 {number}，送一张卡。</source>
        <translation>With number {number} you can give one card.</translation>
    </message>
    <message>
        <source>我有意见 / 需要帮助</source>
        <translation>Feedback / Help</translation>
    </message>
    <message>
        <source>有人接、有人办、有答复</source>
        <translation>We take it up and answer</translation>
    </message>
</context>
<context>
    <name>CodeActions</name>
    <message>
        <source>请先写完这一页，再来扫码。</source>
        <translation>Please finish this page first, then scan.</translation>
    </message>
    <message>
        <source>谢谢大家的热情，送卡休息一小会儿，请稍后再扫。</source>
        <translation>Thank you all so much. Cards are paused for a moment; please scan again shortly.</translation>
    </message>
    <message>
        <source>这个码读不出来，请换一下角度，或到窗口问一问。</source>
        <translation>This code could not be read. Please turn it a little, or ask at a window.</translation>
    </message>
    <message>
        <source>这个号还没有办完，办完后再来扫一扫。</source>
        <translation>This number has not been served yet. Please scan it again afterwards.</translation>
    </message>
    <message>
        <source>这是荣誉证书，请到窗口核验。</source>
        <translation>This is a certificate; a window can verify it.</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>您还在吗？</source>
        <translation>Are you still there?</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>Continue</translation>
    </message>
    <message numerus="yes">
        <source>%n 秒后回到首页</source>
        <translation>
            <numerusform>Start page in %n second</numerusform>
            <numerusform>Start page in %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>English</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>标准字号</source>
        <translation>Normal print</translation>
    </message>
    <message>
        <source>大字</source>
        <translation>Large print</translation>
    </message>
    <message>
        <source>标准颜色</source>
        <translation>Normal colours</translation>
    </message>
    <message>
        <source>高对比</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>首页</source>
        <translation>Home</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>暖窗</source>
        <translation>Warm Window</translation>
    </message>
    <message>
        <source>请 {number} 到{window}号窗口</source>
        <translation>{number} → window {window}</translation>
    </message>
    <message>
        <source>第{step}步/共{steps}步</source>
        <translation>Step {step} of {steps}</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>人和事</source>
        <translation>Things</translation>
    </message>
    <message>
        <source>怎么了</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>数字时间</source>
        <translation>Numbers</translation>
    </message>
    <message>
        <source>字母</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>，</source>
        <translation>,</translation>
    </message>
    <message>
        <source>。</source>
        <translation>.</translation>
    </message>
    <message>
        <source>？</source>
        <translation>?</translation>
    </message>
    <message>
        <source>空格</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>拼音</source>
        <translation>Pinyin</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
</context>
<context>
    <name>KioskWindow</name>
    <message>
        <source>升级后正在整理数据，请稍等：{percent}%</source>
        <translation>Preparing the data after an upgrade, please wait: {percent}%</translation>
    </message>
</context>
<context>
    <name>NoticePage</name>
    <message>
        <source>大厅休息了</source>
        <translation>The hall is closed</translation>
    </message>
    <message>
        <source>营业时间 {opens}–{closes}，欢迎您再来。</source>
        <translation>Open {opens}–{closes}. See you again.</translation>
    </message>
    <message>
        <source>请稍候</source>
        <translation>One moment please</translation>
    </message>
    <message>
        <source>工作人员马上就到，有事请到窗口。</source>
        <translation>Our staff will be here soon. Please ask at a window.</translation>
    </message>
    <message>
        <source>就快准备好了</source>
        <translation>Almost ready</translation>
    </message>
    <message>
        <source>这台屏幕还没有设置，请到窗口办理。</source>
        <translation>This screen is not set up yet. Please go to a window.</translation>
    </message>
    <message>
        <source>屏幕正在检修</source>
        <translation>This screen is being repaired</translation>
    </message>
    <message>
        <source>给您添麻烦了，请到窗口，我们当面听您说。</source>
        <translation>We are sorry. Please come to a window; we will listen to you there.</translation>
    </message>
</context>
<context>
    <name>NumberPage</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>您的排队号是？</source>
        <translation>What is your number?</translation>
    </message>
    <message>
        <source>只输入数字，例如 A012 输入 12。</source>
        <translation>Digits only: for A012 enter 12.</translation>
    </message>
    <message>
        <source>也可以把小票上的二维码对着扫码口。</source>
        <translation>Or hold the code on your slip to the scanner.</translation>
    </message>
    <message>
        <source>找到为我服务的人</source>
        <translation>Find who served me</translation>
    </message>
    <message>
        <source>没有找到办完的这个号，请再看一下小票。</source>
        <translation>No such number has been served. Please look at your slip again.</translation>
    </message>
</context>
<context>
    <name>Panes</name>
    <message>
        <source>还没有设置大厅</source>
        <translation>No hall is set up yet</translation>
    </message>
    <message>
        <source>请到窗口办理</source>
        <translation>Please go to the window</translation>
    </message>
    <message>
        <source>欢迎光临</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>暂停服务的窗口</source>
        <translation>Paused windows</translation>
    </message>
    <message>
        <source>已断线，内容截至 {time}</source>
        <translation>Offline, as of {time}</translation>
    </message>
    <message>
        <source>叫号屏正在恢复，请听窗口叫号</source>
        <translation>This sign is being restored; please listen for your number</translation>
    </message>
    <message>
        <source>暂停服务的窗口（共 {n} 个）</source>
        <translation>Paused windows ({n} in all)</translation>
    </message>
    <message>
        <source>等候 {n} 位</source>
        <translation>{n} waiting</translation>
    </message>
    <message>
        <source>接下来：{numbers}</source>
        <translation>Next: {numbers}</translation>
    </message>
    <message>
        <source>过号：{numbers}，请告诉窗口</source>
        <translation>Missed: {numbers}; please tell a window</translation>
    </message>
</context>
<context>
    <name>PausedRow</name>
    <message>
        <source>{window}号窗口</source>
        <translation>Window {window}</translation>
    </message>
    <message>
        <source>请稍候</source>
        <translation>One moment please</translation>
    </message>
    <message>
        <source>请到 {windows} 号窗口</source>
        <translation>Go to window {windows}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>马上回来</source>
        <translation>Back soon</translation>
    </message>
</context>
<context>
    <name>PhonePage</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>方便留个电话吗？</source>
        <translation>May we call you back?</translation>
    </message>
    <message>
        <source>不留也可以，凭单号一样能查。</source>
        <translation>Not required: your inquiry number is enough to ask about it.</translation>
    </message>
    <message>
        <source>只用来答复这一件事，办结 {days} 天后自动删除。</source>
        <translation>Used only to answer this matter. Deleted {days} days after it is closed.</translation>
    </message>
    <message>
        <source>不留电话</source>
        <translation>No phone number</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>您的笑容让人心里暖暖的</source>
        <translation>Your smile warmed my heart</translation>
    </message>
    <message>
        <source>说话客气，听着舒服</source>
        <translation>So courteous, a pleasure to talk to</translation>
    </message>
    <message>
        <source>谢谢您的尊重</source>
        <translation>Thank you for your respect</translation>
    </message>
    <message>
        <source>讲得很清楚，我听懂了</source>
        <translation>Explained so clearly that I understood</translation>
    </message>
    <message>
        <source>问了好几遍也不着急</source>
        <translation>I asked many times and was never rushed</translation>
    </message>
    <message>
        <source>谢谢您听我说完</source>
        <translation>Thank you for hearing me out</translation>
    </message>
    <message>
        <source>主动帮我想办法</source>
        <translation>Found a way for me without being asked</translation>
    </message>
    <message>
        <source>让我少跑了一趟</source>
        <translation>Saved me another trip</translation>
    </message>
    <message>
        <source>事情办得很利索</source>
        <translation>Got it done without fuss</translation>
    </message>
    <message>
        <source>像家里人一样</source>
        <translation>Like one of the family</translation>
    </message>
    <message>
        <source>热心肠，谢谢您</source>
        <translation>Such a warm heart, thank you</translation>
    </message>
    <message>
        <source>下次还想找您办</source>
        <translation>I will come to you again</translation>
    </message>
    <message>
        <source>业务熟，办得快</source>
        <translation>Knows the job and works fast</translation>
    </message>
    <message>
        <source>一次就办好了</source>
        <translation>Done in one go</translation>
    </message>
    <message>
        <source>说得准，让人放心</source>
        <translation>Precise and reassuring</translation>
    </message>
    <message>
        <source>想了解气价和账单</source>
        <translation>About gas prices and my bill</translation>
    </message>
    <message>
        <source>IC卡不能用</source>
        <translation>My IC card does not work</translation>
    </message>
    <message>
        <source>想办过户更名</source>
        <translation>Change the account holder</translation>
    </message>
    <message>
        <source>想了解保险</source>
        <translation>About insurance</translation>
    </message>
    <message>
        <source>想预约安全检查</source>
        <translation>Book a safety inspection</translation>
    </message>
    <message>
        <source>其他问题，请联系我</source>
        <translation>Something else, please contact me</translation>
    </message>
    <message>
        <source>等得太久</source>
        <translation>The wait was too long</translation>
    </message>
    <message>
        <source>没有听明白</source>
        <translation>I did not understand the answer</translation>
    </message>
    <message>
        <source>事情没有办成</source>
        <translation>My matter was not settled</translation>
    </message>
    <message>
        <source>态度不够好</source>
        <translation>I was not treated kindly</translation>
    </message>
    <message>
        <source>大厅环境需要改进</source>
        <translation>The hall needs improvement</translation>
    </message>
    <message>
        <source>其他意见，请联系我</source>
        <translation>Something else, please contact me</translation>
    </message>
    <message>
        <source>行动不便，需要有人陪同</source>
        <translation>I have trouble walking and need someone with me</translation>
    </message>
    <message>
        <source>看不清、听不清，请帮我办</source>
        <translation>I cannot see or hear well, please help</translation>
    </message>
    <message>
        <source>家里燃气有异常</source>
        <translation>Something is wrong with my gas</translation>
    </message>
    <message>
        <source>需要上门服务</source>
        <translation>I need a visit at home</translation>
    </message>
    <message>
        <source>落下了东西</source>
        <translation>I left something behind</translation>
    </message>
    <message>
        <source>其他困难，请联系我</source>
        <translation>Another difficulty, please contact me</translation>
    </message>
    <message>
        <source>想补开发票</source>
        <translation>I need an invoice issued later</translation>
    </message>
    <message>
        <source>交了费，气表没有变</source>
        <translation>I paid, but the meter did not change</translation>
    </message>
    <message>
        <source>收费没有讲清楚</source>
        <translation>The charge was not explained</translation>
    </message>
    <message>
        <source>想问要带哪些材料</source>
        <translation>Which papers do I need?</translation>
    </message>
    <message>
        <source>问了几个人，说法不一样</source>
        <translation>Different people told me different things</translation>
    </message>
    <message>
        <source>想了解灶具和热水器</source>
        <translation>About stoves and water heaters</translation>
    </message>
    <message>
        <source>买的灶具想请人安装</source>
        <translation>I bought a stove and need it installed</translation>
    </message>
    <message>
        <source>买的灶具有问题</source>
        <translation>Something is wrong with the stove I bought</translation>
    </message>
    <message>
        <source>说好的安装没有来</source>
        <translation>Nobody came for the installation</translation>
    </message>
    <message>
        <source>想了解怎样结算</source>
        <translation>How does settlement work?</translation>
    </message>
    <message>
        <source>结算后的余额怎么退</source>
        <translation>How do I get the balance back?</translation>
    </message>
    <message>
        <source>结算的数不对</source>
        <translation>The settled sum is wrong</translation>
    </message>
    <message>
        <source>结算等了太久</source>
        <translation>Settlement took too long</translation>
    </message>
    <message>
        <source>过户要带哪些材料</source>
        <translation>Which papers for a change of holder?</translation>
    </message>
    <message>
        <source>过户跑了几趟没有办成</source>
        <translation>Several visits, and the holder is still not changed</translation>
    </message>
    <message>
        <source>材料没有一次讲清</source>
        <translation>I was not told all the papers at once</translation>
    </message>
    <message>
        <source>想了解怎样理赔</source>
        <translation>How do I make a claim?</translation>
    </message>
    <message>
        <source>没有同意就加了保险</source>
        <translation>Insurance was added without my consent</translation>
    </message>
    <message>
        <source>想退保险，没有办成</source>
        <translation>I could not cancel the insurance</translation>
    </message>
    <message>
        <source>想领免费胶管</source>
        <translation>I want the free gas hose</translation>
    </message>
    <message>
        <source>胶管想请人来换</source>
        <translation>Please have the hose replaced at home</translation>
    </message>
    <message>
        <source>胶管没有领到</source>
        <translation>I did not get the hose</translation>
    </message>
    <message>
        <source>换胶管的人没有来</source>
        <translation>Nobody came to replace the hose</translation>
    </message>
    <message>
        <source>想办一张新卡</source>
        <translation>I want a new card</translation>
    </message>
    <message>
        <source>新卡怎样充值</source>
        <translation>How do I top up the new card?</translation>
    </message>
    <message>
        <source>新卡不能用</source>
        <translation>The new card does not work</translation>
    </message>
    <message>
        <source>开卡等了太久</source>
        <translation>Waiting for the new card took too long</translation>
    </message>
    <message>
        <source>卡丢了，想补一张</source>
        <translation>I lost my card and need another</translation>
    </message>
    <message>
        <source>补的卡不能用</source>
        <translation>The replaced card does not work</translation>
    </message>
    <message>
        <source>补卡跑了几趟</source>
        <translation>It took several visits to replace my card</translation>
    </message>
</context>
<context>
    <name>PriorityPage</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>因为什么优先？</source>
        <translation>Why do you need priority?</translation>
    </message>
    <message>
        <source>原因会印在小票上，窗口可能请您出示证件。</source>
        <translation>The reason is printed on the slip; the window may ask for proof.</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>首问工单 {number}</source>
        <translation>Inquiry {number}</translation>
    </message>
    <message>
        <source>最迟 {day} 答复您</source>
        <translation>Answered by {day} at the latest</translation>
    </message>
    <message>
        <source>好了</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>PromisePage</name>
    <message>
        <source>已经收到，谢谢您告诉我们</source>
        <translation>Received. Thank you for telling us</translation>
    </message>
    <message>
        <source>您的首问工单号</source>
        <translation>Your inquiry number</translation>
    </message>
    <message>
        <source>首问工单 {number} 的二维码</source>
        <translation>QR code of inquiry {number}</translation>
    </message>
    <message>
        <source>最迟 {day} 答复您</source>
        <translation>Answered by {day} at the latest</translation>
    </message>
    <message>
        <source>好了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>请拍下这一页。到自助屏扫码，可看办到哪一步；到任一窗口也能查。</source>
        <translation>Take a photo. Scan it at the kiosk to see the progress, or ask at any window.</translation>
    </message>
    <message>
        <source>暖窗首问工单 {number}，请到自助屏扫码</source>
        <translation>Warm Window inquiry {number}, scan it at the kiosk</translation>
    </message>
    <message>
        <source>提交错了，撤回</source>
        <translation>Sent by mistake: take it back</translation>
    </message>
    <message>
        <source>已撤回，不会有人处理。</source>
        <translation>Taken back; nobody will work on it.</translation>
    </message>
</context>
<context>
    <name>ServicePage</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>是哪项业务的事？</source>
        <translation>About which service?</translation>
    </message>
    <message>
        <source>选了以后，给您看这项业务常说的话。</source>
        <translation>You will then see sentences often used about it.</translation>
    </message>
    <message>
        <source>别的事</source>
        <translation>Something else</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>改一项就存好一项。叫号屏和窗口程序下次启动时生效。</source>
        <translation>Each change is saved at once. The sign and the counter use it from their next start.</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>本机设置</source>
        <translation>This device</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>{meaning}。出厂值：{usual}</source>
        <translation>{meaning}. Default: {usual}</translation>
    </message>
    <message>
        <source>{name}：上一个</source>
        <translation>{name}: previous</translation>
    </message>
    <message>
        <source>{name}：下一个</source>
        <translation>{name}: next</translation>
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
        <source>屏幕 {n}</source>
        <translation>Screen {n}</translation>
    </message>
    <message>
        <source>到头了。</source>
        <translation>There are no further values.</translation>
    </message>
    <message>
        <source>没有存下来：{why}</source>
        <translation>Not saved: {why}</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>none</translation>
    </message>
</context>
<context>
    <name>SlipPage</name>
    <message>
        <source>您的排队号</source>
        <translation>Your number</translation>
    </message>
    <message>
        <source>排队号 {number} 的二维码</source>
        <translation>QR code of number {number}</translation>
    </message>
    <message numerus="yes">
        <source>前面还有 %n 位</source>
        <translation>
            <numerusform>%n person ahead of you</numerusform>
            <numerusform>%n people ahead of you</numerusform>
        </translation>
    </message>
    <message>
        <source>马上就到您了</source>
        <translation>You are next</translation>
    </message>
    <message>
        <source>请取走打印的小票。办完后扫一扫它，可以给为您服务的人送一张卡。</source>
        <translation>Please take the printed slip. Afterwards, scan it to give a card to the person who served you.</translation>
    </message>
    <message>
        <source>请拍下这一页。办完后扫码，可以给为您服务的人送一张卡。</source>
        <translation>Take a photo. Scan it afterwards to give a card to the person who served you.</translation>
    </message>
    <message>
        <source>好了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>取错了，退号</source>
        <translation>Not needed: give it back</translation>
    </message>
    <message>
        <source>已退号，这个号不再排队。</source>
        <translation>Given back. This number is no longer in the queue.</translation>
    </message>
    <message>
        <source>暖窗排队号 {number}，请到自助屏扫码</source>
        <translation>Warm Window number {number}, scan it at the kiosk</translation>
    </message>
    <message>
        <source>约 {minutes} 分钟</source>
        <translation>about {minutes} min</translation>
    </message>
    <message>
        <source>{windows} 号窗口</source>
        <translation>window {windows}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>优先（{why}）</source>
        <translation>Priority: {why}</translation>
    </message>
</context>
<context>
    <name>Splash</name>
    <message>
        <source>暖窗</source>
        <translation>Warm Window</translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>工作人员</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>请输入密码</source>
        <translation>Enter your PIN</translation>
    </message>
    <message>
        <source>请输入工号</source>
        <translation>Enter your staff number</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>返回首页</source>
        <translation>Start page</translation>
    </message>
    <message>
        <source>退出暖窗</source>
        <translation>Leave Warm Window</translation>
    </message>
    <message>
        <source>这里还没有可以核对的密码：站长的密码用 warm-window set-pin 设置。</source>
        <translation>There is no PIN to check here yet: set the supervisor’s with warm-window set-pin.</translation>
    </message>
    <message>
        <source>要退出暖窗，请在系统中运行：{command}</source>
        <translation>To leave Warm Window, run this command in the system: {command}</translation>
    </message>
    <message>
        <source>大厅：{hall}
在岗：{people} 人
今日收到：{cards} 张卡</source>
        <translation>Hall: {hall}
On duty: {people}
Cards today: {cards}</translation>
    </message>
    <message>
        <source>本机设置</source>
        <translation>This device</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>这样提交，对吗？</source>
        <translation>Send this?</translation>
    </message>
    <message>
        <source>关于：{name}</source>
        <translation>About: {name}</translation>
    </message>
    <message>
        <source>没有写内容，会有人当面问您。</source>
        <translation>Nothing written: a member of staff will ask you.</translation>
    </message>
    <message>
        <source>电话：{phone}</source>
        <translation>Phone: {phone}</translation>
    </message>
    <message>
        <source>不留电话</source>
        <translation>No phone number</translation>
    </message>
    <message>
        <source>提交</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>提交后就有人负责。</source>
        <translation>Once sent, someone is responsible for it.</translation>
    </message>
</context>
<context>
    <name>TakePage</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>今天办什么业务？</source>
        <translation>What do you need?</translation>
    </message>
    <message>
        <source>取一个号，坐下来等叫号。</source>
        <translation>Take a number and have a seat.</translation>
    </message>
    <message>
        <source>说不清，直接取号</source>
        <translation>Not sure: just a number</translation>
    </message>
    <message>
        <source>{n} 位等候</source>
        <translation>{n} waiting</translation>
    </message>
    <message>
        <source>{n} 位等候，约 {minutes} 分钟</source>
        <translation>{n} waiting, about {minutes} min</translation>
    </message>
    <message>
        <source>不用优先</source>
        <translation>No priority</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{names}等</source>
        <translation>{names} …</translation>
    </message>
    <message>
        <source>优先：{why}。请备好证件。</source>
        <translation>Priority: {why}. Please have proof ready.</translation>
    </message>
    <message>
        <source>优先取号</source>
        <translation>Priority number</translation>
    </message>
    <message>
        <source>优先：{who}</source>
        <translation>Priority: {who}</translation>
    </message>
</context>
<context>
    <name>ThanksPage</name>
    <message>
        <source>谢谢您！</source>
        <translation>Thank you!</translation>
    </message>
    <message>
        <source>{name} 收到了您的“{p}”卡</source>
        <translation>{name} has received your &quot;{p}&quot; card</translation>
    </message>
    <message>
        <source>想再说一句吗？不选也可以。</source>
        <translation>Would you like to add a sentence? It is optional.</translation>
    </message>
    <message>
        <source>好了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>自己写一句</source>
        <translation>Write my own</translation>
    </message>
    <message>
        <source>这句话已经带到了。</source>
        <translation>Your sentence has been passed on.</translation>
    </message>
    <message>
        <source>谢谢您的心意。</source>
        <translation>Thank you for your kind thought.</translation>
    </message>
    <message>
        <source>送错了</source>
        <translation>Sent by mistake</translation>
    </message>
    <message>
        <source>已撤回，这张卡不算。</source>
        <translation>Taken back. This card does not count.</translation>
    </message>
</context>
<context>
    <name>TopicPage</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>请说给我们听</source>
        <translation>Please tell us</translation>
    </message>
    <message>
        <source>第一位接到的人会负责到底，并告诉您最迟哪天答复。</source>
        <translation>Whoever takes it up stays responsible and tells you by which day you get an answer.</translation>
    </message>
    <message>
        <source>我有意见</source>
        <translation>I have feedback</translation>
    </message>
    <message>
        <source>哪里没做好，请直说</source>
        <translation>Tell us plainly what went wrong</translation>
    </message>
    <message>
        <source>需要帮助</source>
        <translation>I need help</translation>
    </message>
    <message>
        <source>有困难，请人来帮一把</source>
        <translation>Someone will lend a hand</translation>
    </message>
    <message>
        <source>我想问问</source>
        <translation>I have a question</translation>
    </message>
    <message>
        <source>业务、账单、手续</source>
        <translation>Services, bills, paperwork</translation>
    </message>
</context>
<context>
    <name>Troubles</name>
    <message>
        <source>存储出现问题。</source>
        <translation>There is a problem with the storage.</translation>
    </message>
    <message>
        <source>每分钟自动重试一次。</source>
        <translation>It is retried every minute.</translation>
    </message>
    <message>
        <source>还没有设置大厅：请在这台机器上运行 warm-window init。</source>
        <translation>No hall is set up yet: run warm-window init on this machine.</translation>
    </message>
    <message>
        <source>没有人在岗：请在柜台登记谁在哪个窗口。</source>
        <translation>Nobody is on duty: record at a counter who is at which window.</translation>
    </message>
</context>
<context>
    <name>Vocabulary</name>
    <message>
        <source>我</source>
        <translation>I</translation>
    </message>
    <message>
        <source>我家</source>
        <translation>my home</translation>
    </message>
    <message>
        <source>您</source>
        <translation>you</translation>
    </message>
    <message>
        <source>老人</source>
        <translation>elderly</translation>
    </message>
    <message>
        <source>工作人员</source>
        <translation>staff</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>window</translation>
    </message>
    <message>
        <source>大厅</source>
        <translation>hall</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>phone</translation>
    </message>
    <message>
        <source>燃气</source>
        <translation>gas</translation>
    </message>
    <message>
        <source>气表</source>
        <translation>gas meter</translation>
    </message>
    <message>
        <source>IC卡</source>
        <translation>IC card</translation>
    </message>
    <message>
        <source>胶管</source>
        <translation>hose</translation>
    </message>
    <message>
        <source>灶具</source>
        <translation>stove</translation>
    </message>
    <message>
        <source>热水器</source>
        <translation>boiler</translation>
    </message>
    <message>
        <source>气费</source>
        <translation>gas fee</translation>
    </message>
    <message>
        <source>账单</source>
        <translation>bill</translation>
    </message>
    <message>
        <source>发票</source>
        <translation>invoice</translation>
    </message>
    <message>
        <source>保险</source>
        <translation>insurance</translation>
    </message>
    <message>
        <source>过户</source>
        <translation>transfer</translation>
    </message>
    <message>
        <source>安检</source>
        <translation>check</translation>
    </message>
    <message>
        <source>维修</source>
        <translation>repair</translation>
    </message>
    <message>
        <source>手续</source>
        <translation>papers</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>time</translation>
    </message>
    <message>
        <source>态度</source>
        <translation>manner</translation>
    </message>
    <message>
        <source>想</source>
        <translation>want</translation>
    </message>
    <message>
        <source>请</source>
        <translation>please</translation>
    </message>
    <message>
        <source>需要</source>
        <translation>need</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>have no</translation>
    </message>
    <message>
        <source>不</source>
        <translation>not</translation>
    </message>
    <message>
        <source>很</source>
        <translation>very</translation>
    </message>
    <message>
        <source>的</source>
        <translation>the</translation>
    </message>
    <message>
        <source>了</source>
        <translation>is</translation>
    </message>
    <message>
        <source>办理</source>
        <translation>apply</translation>
    </message>
    <message>
        <source>交费</source>
        <translation>pay</translation>
    </message>
    <message>
        <source>问</source>
        <translation>ask</translation>
    </message>
    <message>
        <source>换</source>
        <translation>change</translation>
    </message>
    <message>
        <source>退</source>
        <translation>refund</translation>
    </message>
    <message>
        <source>来</source>
        <translation>come</translation>
    </message>
    <message>
        <source>等</source>
        <translation>wait</translation>
    </message>
    <message>
        <source>帮忙</source>
        <translation>help</translation>
    </message>
    <message>
        <source>坏</source>
        <translation>broken</translation>
    </message>
    <message>
        <source>漏气</source>
        <translation>leak</translation>
    </message>
    <message>
        <source>停气</source>
        <translation>no gas</translation>
    </message>
    <message>
        <source>太久</source>
        <translation>too long</translation>
    </message>
    <message>
        <source>听不懂</source>
        <translation>unclear</translation>
    </message>
    <message>
        <source>看不清</source>
        <translation>can&apos;t read</translation>
    </message>
    <message>
        <source>满意</source>
        <translation>satisfied</translation>
    </message>
    <message>
        <source>谢谢</source>
        <translation>thank you</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>today</translation>
    </message>
    <message>
        <source>昨天</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>明天</source>
        <translation>tomorrow</translation>
    </message>
    <message>
        <source>上午</source>
        <translation>morning</translation>
    </message>
    <message>
        <source>下午</source>
        <translation>afternoon</translation>
    </message>
    <message>
        <source>年</source>
        <translation>year</translation>
    </message>
    <message>
        <source>月</source>
        <translation>month</translation>
    </message>
    <message>
        <source>日</source>
        <translation>day</translation>
    </message>
    <message>
        <source>点</source>
        <translation>o&apos;clock</translation>
    </message>
    <message>
        <source>分钟</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>号</source>
        <translation>number</translation>
    </message>
    <message>
        <source>元</source>
        <translation>yuan</translation>
    </message>
    <message>
        <source>次</source>
        <translation>times</translation>
    </message>
</context>
<context>
    <name>WaitRow</name>
    <message>
        <source>{n} 位</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>约 {minutes} 分钟</source>
        <translation>about {minutes} min</translation>
    </message>
    <message>
        <source>{window}号窗口</source>
        <translation>Window {window}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>WhichPage</name>
    <message>
        <source> 还是 </source>
        <translation> or </translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>您的号是 {labels}？</source>
        <translation>Is your number {labels}?</translation>
    </message>
    <message>
        <source>字母印在小票上，号码的前面。</source>
        <translation>The letter is on your slip, before the figures.</translation>
    </message>
</context>
<context>
    <name>WhoPage</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>您想感谢哪一位？</source>
        <translation>Who helped you?</translation>
    </message>
    <message>
        <source>请点一下为您服务的工作人员。</source>
        <translation>Touch the person who served you.</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>{window}号窗口</source>
        <translation>Window {window}</translation>
    </message>
    <message>
        <source>我有意见 / 需要帮助</source>
        <translation>Feedback / Help</translation>
    </message>
    <message>
        <source>有人接、有人办、有答复</source>
        <translation>We take it up and answer</translation>
    </message>
</context>
<context>
    <name>WordsPage</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>是哪方面的事？</source>
        <translation>What is it about?</translation>
    </message>
    <message>
        <source>可以选一句或几句，也可以不选。</source>
        <translation>Choose one, several or none.</translation>
    </message>
    <message>
        <source>自己写一句</source>
        <translation>Write my own</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>哪项业务？</source>
        <translation>Which service?</translation>
    </message>
</context>
<context>
    <name>WritePage</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>用自己的话说</source>
        <translation>In your own words</translation>
    </message>
    <message>
        <source>您的话</source>
        <translation>Your words</translation>
    </message>
    <message>
        <source>例如：我家 燃气 停气 了</source>
        <translation>e.g. my home no gas today</translation>
    </message>
    <message>
        <source>写好了</source>
        <translation>Done</translation>
    </message>
    <message numerus="yes">
        <source>还可以写 %n 字</source>
        <translation>
            <numerusform>%n character left</numerusform>
            <numerusform>%n characters left</numerusform>
        </translation>
    </message>
    <message>
        <source>点词语连成一句，也可以打拼音。不用写姓名和证件号。</source>
        <translation>Touch words to form a sentence, or type Pinyin. No names or ID numbers, please.</translation>
    </message>
</context>
</TS>
