"""Every sentence of `warm-window`, Chinese and English side by side.

Refusals are worded by the practices that refuse.
"""

import os
from collections.abc import Mapping

from shared.cli.hub_words import HUB_SENTENCES
from shared.cli.office_words import OFFICE_SENTENCES
from shared.domain import wording
from shared.domain.refusal import Refusal
from shared.domain.text import Text

_SENTENCES: Mapping[str, Text] = {
    **HUB_SENTENCES,
    **OFFICE_SENTENCES,
    "reading": Text("正在读取", "Reading"),
    "importing": Text("正在导入", "Importing"),
    "previewing": Text("正在试算", "Evaluating"),
    "checking": Text("正在核对", "Checking"),
    "no_journal": Text(
        "{folder} 里还没有数据。请先运行 warm-window init，或用 --data 指明数据目录。",
        "There is no data in {folder} yet. Run warm-window init first, or give the folder with --data.",
    ),
    "disk_refuses": Text(
        "磁盘写不进去（{reason}）：可能已满、只读或没有权限。数据没有改动。",
        "Cannot write to the disk ({reason}): it may be full, read-only or without permission. The data is unchanged.",
    ),
    "unusable": Text("{said}（{reason}）", "{said} ({reason})"),
    "data_is_file": Text(
        "{folder} 是一个文件，不是文件夹。请用 --data 指明数据目录。",
        "{folder} is a file, not a folder. Give the data folder with --data.",
    ),
    "cannot_use": Text("不能使用 {file}：{reason}", "Cannot use {file}: {reason}"),
    "mended": Text(
        "数据文件损坏过，已用备份和还能读出的记录重建；原文件保留在 {aside}",
        "The data file was damaged and has been rebuilt from the backup and all records still readable; "
        "the old file is kept in {aside}",
    ),
    # init
    "already_set_up": Text("{folder} 里已经有数据，没有改动。", "{folder} already holds data; nothing was changed."),
    "made": Text("数据目录已就绪：{folder}", "The data folder is ready: {folder}"),
    "next_import": Text(
        "下一步：warm-window import staff 名单.csv，然后 warm-window set-pin 工号",
        "Next: warm-window import staff FILE.csv, then warm-window set-pin NUMBER",
    ),
    "hall_set": Text("大厅：{name}（{branch}），代码 {code}", "Hall: {name} ({branch}), code {code}"),
    "hall_needs": Text("请一并给出 --hall、--name 和 --branch。", "Give --hall, --name and --branch together."),
    "ask_hall": Text("大厅代码（留空则跳过）", "Hall code (empty to skip)"),
    "ask_name": Text("大厅名称", "Hall's name"),
    "ask_branch": Text("分公司", "Branch"),
    "ask_supervisor": Text("站长工号（留空则跳过）", "Supervisor's number (empty to skip)"),
    "ask_supervisor_name": Text("站长姓名", "Supervisor's name"),
    "ask_pin": Text("{number} 的新密码（6位数字）", "New PIN of {number} (6 digits)"),
    "pin_is": Text("{number} {name} 的密码：{pin}", "PIN of {number} {name}: {pin}"),
    "pins_once": Text("密码只显示这一次，请抄下来：", "The PINs are shown only this once; write them down:"),
    "pin_set": Text("{number} 的密码已设置。", "The PIN of {number} is set."),
    "demo_ready": Text(
        "演示大厅“{hall}”已就绪，最近 {days} 天已有记录。",
        "The demo hall {hall} is ready, with {days} days of records.",
    ),
    "demo_year": Text("2014年", "The year 2014"),
    "demo_year_ready": Text("论文的2014年已就绪：{folder}", "The paper's year 2014 is ready: {folder}"),
    "demo_folder_taken": Text(
        "{folder} 里已经有东西。请给一个新的文件夹（--data）。",
        "{folder} is not empty. Give a new folder (--data).",
    ),
    "demo_figures_differ": Text("与应有的数字不符：{figures}", "These figures are not what they should be: {figures}"),
    "demo_open_by_hand": Text(
        "打开：warm-window-counter --data {folder}", "To open it: warm-window-counter --data {folder}"
    ),
    "photo_set": Text("{number} 的照片已保存（{kb} KB）。", "The photo of {number} is saved ({kb} kB)."),
    "not_an_image": Text(
        "{file} 不是能读的图片。可用：JPEG、PNG、WebP、BMP、TIFF。手机的 HEIC 照片请先另存为 JPEG。",
        "{file} is not a readable picture. Use JPEG, PNG, WebP, BMP or TIFF; save a phone's HEIC as JPEG first.",
    ),
    "photo_damaged": Text("图片 {file} 已损坏：{reason}", "The picture {file} is damaged: {reason}"),
    "photo_too_many_pixels": Text(
        "图片 {file} 太大（{width}×{height}），请先缩小。", "The picture {file} is too large ({width}×{height})."
    ),
    "photo_too_few_pixels": Text(
        "图片 {file} 太小（{width}×{height}），每边至少 {least} 像素。",
        "The picture {file} is too small ({width}×{height}); each side needs at least {least} pixels.",
    ),
    "photo_too_detailed": Text(
        "图片 {file} 压不到 {limit_kb} KB 以内，请换一张。",
        "The picture {file} cannot be compressed below {limit_kb} kB; use another one.",
    ),
    "batch": Text(
        "这批卡的编号：{mark}（印在每张卡上）。如遗失，可用 warm-window print withdraw {mark} 停用。",
        "Mark of this batch, printed on each card: {mark}. If it is lost: warm-window print withdraw {mark}",
    ),
    "batch_in_use": Text("在用", "in use"),
    "batch_withdrawn": Text("已停用", "withdrawn"),
    "batch_is_withdrawn": Text("批次 {mark} 已停用。", "The batch {mark} is withdrawn."),
    "published": Text("“{name}”第 {version} 版已发布。", "{name}, version {version}, is published."),
    "unchanged": Text(
        "“{name}”没有变化，仍是第 {version} 版。",
        "{name} is unchanged: version {version} stays in force.",
    ),
    "bad_file": Text("文件 {file} 有误：{reason}", "The file {file} has an error: {reason}"),
    # import
    "staff_imported": Text(
        "读入 {lines} 行，{changed} 人有新增或变动。",
        "{lines} lines read, {changed} people added or changed.",
    ),
    "halls_made": Text("新建大厅：{halls}", "Halls created: {halls}"),
    "cards_imported": Text(
        "读入 {lines} 行，新增 {added} 张卡，{matched} 张以前已经导入。",
        "{lines} lines read, {added} cards added, {matched} known already.",
    ),
    "note_differs": Text(
        "第 {line} 行：这张卡已经导入过，留言和原来的不同；保留原来的留言。",
        "line {line}: this card is already known with a different note; the earlier note is kept.",
    ),
    "bad_line": Text("第 {line} 行：{reason}", "line {line}: {reason}"),
    "nothing_imported": Text(
        "有 {count} 行不对，没有导入任何内容。改正后再导入，或加 --skip-bad 跳过这些行。",
        "{count} lines are bad; nothing was imported. Correct them, or skip them with --skip-bad.",
    ),
    "skipped": Text("跳过了 {count} 行。", "{count} lines were skipped."),
    "total_line": Text("第 {line} 行是合计或说明，没有导入。", "line {line} is a total or a remark; it was skipped."),
    "columns_unread": Text("没有用到的列：{columns}", "Unused columns: {columns}"),
    # report, deadline, log
    "report_head": Text(
        "{year} 年 5P卡：{total} 张，{staff} 人，晋级 {promoted} 人",
        "5P cards {year}: {total}, to {staff} people, {promoted} promoted",
    ),
    "template_written": Text("模板文件：{file}，{count} 项", "Template file: {file}, {count} items"),
    "template_line": Text("模板项 {part} · {name}：{state} {values}", "Item {part} · {name}: {state} {values}"),
    "template_taken": Text(
        "已导入：{count} 项新增或改动，{same} 项相同，{unknown} 项不认识",
        "Imported: {count} new or changed, {same} the same, {unknown} unknown",
    ),
    "template_seen": Text(
        "会有 {count} 项新增或改动，{same} 项相同，{unknown} 项不认识；没有导入",
        "{count} would be new or changed, {same} the same, {unknown} unknown; nothing was imported",
    ),
    "effect_line": Text("{measure}：{cells}（上年 {before}）", "{measure}: {cells} (the year before: {before})"),
    "effect_change": Text("规则变更 {day} {rule}", "Rule changed {day}: {rule}"),
    "report_columns": Text("工号  姓名  合计", "number  name  total"),
    "card_rows_head": Text("{first} 至 {last} 5P卡：{total} 张", "5P cards {first} to {last}: {total}"),
    "card_rows_columns": Text(
        "名次  项目  姓名  卡  办理笔数  每千笔（下限）", "rank  item  name  cards  served  per 1,000 (lower bound)"
    ),
    "report_from_staff": Text(
        "另有员工互赠 {count} 张，不计入以上数字。",
        "In addition, {count} cards were given by staff; they are not included.",
    ),
    "deadline_day": Text("受理日　　{day}", "received   {day}"),
    "deadline_target": Text("目标答复　{day}", "target     {day}"),
    "deadline_limit": Text("最迟答复　{day}", "limit      {day}"),
    "deadline_inform": Text("最迟告知　{day}", "inform by  {day}"),
    "unconfirmed": Text(
        "（其中有的年份尚无官方放假安排，按周一至周五推算）",
        "(a year without an official schedule, counted by weekdays)",
    ),
    "bad_moment": Text(
        "看不懂这个时间：{value}。例：2024-02-09T16:00", "Not a time: {value}. Example: 2024-02-09T16:00"
    ),
    "bad_day": Text("看不懂这个日期：{value}。例：2024-03-05", "Not a date: {value}. Example: 2024-03-05"),
    "bad_month": Text("看不懂这个月份：{value}。例：2026-03", "Not a month: {value}. Example: 2026-03"),
    "unknown_hall": Text("没有“{hall}”这个大厅。现有：{known}", "There is no hall {hall}. Known: {known}"),
    "needs_out": Text("这种格式请用 --out 指明文件。", "This format needs --out FILE."),
    "cannot_write": Text("无法写入 {file}：{reason}", "Cannot write {file}: {reason}"),
    "written": Text("已写入 {file}", "Written to {file}"),
    # verify, backup, restore
    "verified": Text(
        "日志完好：{events} 条记录，分属 {stations} 个设备编号，逐条核对无误。",
        "The journal is intact: {events} events under {stations} device ids, each one verified.",
    ),
    "known_lost": Text(
        "注意：以前的损坏使 {count} 条记录无法恢复，当时已注明。",
        "Note: past damage cost {count} events, as recorded at the time.",
    ),
    "missing": Text(
        "日志被改动过：设备 {station} 缺少第 {n} 条记录。",
        "The journal was tampered with: event {n} of device {station} is missing.",
    ),
    "changed": Text(
        "日志被改动过：设备 {station} 的第 {n} 条记录被改过。",
        "The journal was tampered with: event {n} of device {station} was changed.",
    ),
    "personal": Text(
        "日志被改动过：设备 {station} 第 {n} 条记录的个人信息被改过。",
        "The journal was tampered with: the personal data of event {n} of device {station} was changed.",
    ),
    "personal_missing": Text(
        "日志被改动过：设备 {station} 第 {n} 条记录的个人信息被删掉了，没有删除记录。",
        "The journal was tampered with: the personal data of event {n} of device {station} is gone, and no "
        "erasure is on record.",
    ),
    "unguarded": Text(
        "日志被改动过：防止改动的保护被去掉了（设备 {station}）。",
        "The journal was tampered with: its protection against changes was removed (device {station}).",
    ),
    "signed_differs": Text(
        "日志被改动过：{hall} {day} 的日志签字后有改动，最迟在设备 {station} 第 {n} 条记录处。",
        "The journal was tampered with: the day {day} of {hall} changed after it was signed, at or before "
        "event {n} of device {station}.",
    ),
    "hub_differs": Text(
        "日志被改动过：设备 {station} 第 {n} 条或之前的记录与汇聚库收到的不同。",
        "The journal was tampered with: event {n} of device {station}, or an earlier one, differs from "
        "what the hub received.",
    ),
    "hub_agrees": Text("与汇聚库核对 {count} 处，一致。", "Compared with the hub at {count} points: the same."),
    "hub_not_asked": Text("没有与汇聚库核对：{reason}", "Not compared with the hub: {reason}"),
    "pictures_changed": Text(
        "照片与名称不符，被改动过或已损坏：{names}",
        "Pictures that do not fit their names, changed or damaged: {names}",
    ),
    "pictures_missing": Text("还没有收到照片：{of}", "Pictures have not arrived yet: {of}"),
    "pictures_lost": Text("照片丢失，请重新设置：{of}", "Pictures are lost, please set them again: {of}"),
    "tables_differ": Text(
        "日志完好，但由它算出的表不一致：{tables}。可能有记录被从末尾删掉。",
        "The journal is intact, but tables computed from it differ: {tables}. Events may have been cut off its end.",
    ),
    "backed_up": Text("已备份到 {file}（{kb} KB）", "Backed up to {file} ({kb} kB)"),
    "not_a_backup": Text("{file} 不是完好的备份。", "{file} is not an intact backup."),
    "would_overwrite": Text(
        "{file} 已存在，而且不是备份，没有覆盖。",
        "{file} exists and is not a backup; it was not overwritten.",
    ),
    # doctor
    "doctor_sqlite": Text("SQLite 版本", "SQLite"),
    "doctor_space": Text("磁盘剩余空间", "free disk space"),
    "doctor_writing": Text("数据目录写不进去", "the data folder cannot be written to"),
    "doctor_journal": Text("数据文件", "data file"),
    "doctor_hall": Text("大厅（人数）", "hall (staff)"),
    "doctor_calendar": Text("工作日历已确认的年份", "years with an official calendar"),
    "doctor_clock": Text("时钟", "clock"),
    "doctor_device": Text("设备：记录数，最后一条", "device: events, the latest"),
    "doctor_hub": Text("汇聚库：待上传的记录，最早一条", "hub: events not sent yet, the oldest"),
    "doctor_unread": Text(
        "别处的记录，本机读不了而跳过", "events from elsewhere that cannot be read here and were skipped"
    ),
    "doctor_rows_aside": Text("已损坏、无处可恢复的记录", "damaged events that cannot be recovered"),
    "doctor_backups": Text("最近的每日备份（份数）", "latest daily backup (number kept)"),
    "doctor_set_aside": Text("另外保留的旧数据", "old data set aside"),
    "doctor_pins": Text("密码的密钥", "key of the PINs"),
    "doctor_file": Text("丢失或损坏的文件", "missing or damaged file"),
    "doctor_qt": Text("Qt 版本", "Qt"),
    "doctor_font": Text("中文字体", "Chinese font"),
    "restored": Text(
        "已恢复到备份 {file}；原来的数据保留在 {aside}",
        "Restored from {file}; the data before it is kept in {aside}",
    ),
    "pins_anew": Text(
        "这台电脑上没有原来的密钥，请用 set-pin 为每个人重新设置密码。",
        "This machine does not have the old key: set everybody's PIN again with set-pin.",
    ),
    "restored_fresh": Text("已恢复到备份 {file}", "Restored from {file}"),
}


def language_of_system() -> str:
    """English where the system speaks English, Chinese everywhere else: the first language of the product."""
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "en" if next(filter(None, names), "").startswith("en") else "zh"


def template(name: str) -> Text:
    """A sentence with its blanks. Raises `KeyError` for a name that has no text."""
    return _SENTENCES[name]


def sentence(name: str, /, **values: object) -> str:
    """A sentence in the language spoken now, its blanks filled in. Raises `KeyError` as `template`."""
    return template(name).format(**values)


def refusal(answer: Refusal) -> str:
    """Why a rule refuses, in the words of the practice that refuses."""
    import shared.registry  # noqa: F401 - with it come the words of all practices

    return wording.refusal(answer)
