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
    <name>PinPad</name>
    <message>
        <source>删除</source>
        <translation>Erase</translation>
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
        <translation>▲ Hub unreachable; sent automatically later</translation>
    </message>
    <message>
        <source>▲ {n} 条待上传，自 {since} 连不上，恢复后自动上传</source>
        <translation>▲ {n} waiting, hub unreachable since {since}; sent automatically later</translation>
    </message>
    <message>
        <source>▲ {n} 条待上传，本机同步出错，会再试；一直不好请联系{contact}</source>
        <translation>▲ {n} waiting: sync error here, trying again; if it persists call {contact}</translation>
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
    <message>
        <source>今天上传的数据超过限额，明天自动继续</source>
        <translation>more than today&apos;s limit was sent; it continues tomorrow</translation>
    </message>
    <message>
        <source>！有内容超出本机权限，汇聚库没有采用，请联系{contact}</source>
        <translation>! Something exceeded this device&apos;s rights and was not accepted; call {contact}</translation>
    </message>
    <message>
        <source>！有 {n} 条别处的记录本机读不了，已跳过，请联系{contact}</source>
        <translation>! {n} records from elsewhere cannot be read here and were skipped; call {contact}</translation>
    </message>
    <message>
        <source>本机的登记文件丢失或损坏，需要重新加入</source>
        <translation>this device&apos;s enrolment is missing or damaged, it must join again</translation>
    </message>
    <message>
        <source>！本机文件丢失或损坏：{files}。请联系{contact}</source>
        <translation>! Files of this device are missing or damaged: {files}. Please call {contact}</translation>
    </message>
</context>
</TS>
