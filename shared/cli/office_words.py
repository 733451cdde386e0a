"""What the office's commands say (`pay`, `assess`, `award`, and their imports), Chinese and English side by side."""

from collections.abc import Mapping

from shared.domain.text import Text

OFFICE_SENTENCES: Mapping[str, Text] = {
    "lines_imported": Text(
        "读入 {lines} 行，新增或变动 {changed} 条。", "{lines} lines read, {changed} added or changed."
    ),
    "inspections_imported": Text(
        "读入 {lines} 行，新增 {changed} 次检查。", "{lines} lines read, {changed} inspections added."
    ),
    "pay_head": Text(
        "{month} {place}：奖金池 {pool} 元，留存 {reserve} 元", "{month} {place}: pool {pool}, reserve {reserve}"
    ),
    "pay_columns": Text(
        "工号  姓名  点数  服务系数  工作量部分  服务部分  扣减  补计点数  更正  应发",
        "number  name  points  factor  workload  service  deduction  credit  correction  pay",
    ),
    "preview_of": Text(
        "{first} 至 {last} 的记录，按现行参数和新参数各算一遍；什么都没有保存。",
        "Records of {first} to {last}, by the values in force and by the new ones; nothing was stored.",
    ),
    "preview_line": Text(
        "{title}：共 {recorded}，{counted} {before} → {after}，不同 {changed}",
        "{title}: {recorded} in all, {counted} {before} → {after}, {changed} differ",
    ),
    "preview_nothing": Text("{title}：这段时间没有记录，无从比较", "{title}: no records in this period to compare"),
    "preview_unseen": Text("{title}：没有可以重算的决定", "{title}: no recorded decision depends on it"),
    "preview_same": Text("新参数与现行的相同。", "The new values are the same as those in force."),
    "pay_opened": Text("{month} 的基准已公布：{rates}", "The reference rates of {month} are published: {rates}"),
    "pay_published": Text("{month} 已公示。", "{month} is in notice."),
    "pay_appealed": Text("{number} 对 {month} 的申诉已记录。", "The appeal of {number} against {month} is recorded."),
    "pay_answered": Text("{month} 的申诉已答复。", "An appeal of {month} is answered."),
    "pay_closed": Text("{month} 已关账。", "{month} is closed."),
    "pay_corrected": Text(
        "{month} 已更正 {pools} 个奖金池，随 {paid_with} 发放。",
        "{pools} pools of {month} are corrected, paid with {paid_with}.",
    ),
    "who_does_it": Text("请用 --by 写明办理人工号：{known}", "Name the person acting with --by NUMBER: {known}"),
    "year_head": Text("{year} 年班组考核：{units} 个单位", "Assessment {year}: {units} units"),
    "plan_drawn": Text("{month} 已抽签，承诺值 {hash}", "The visits of {month} are drawn, commitment {hash}"),
    "inspections_published": Text("{month} 检查结果已公布。", "The inspections of {month} are published."),
    "no_lot": Text("{month} 没有可以核对的抽签。", "{month} has no lot to verify."),
    "lot_holds": Text("{month} 的抽签与承诺一致。", "The lot of {month} matches its commitment."),
    "course_set": Text("课程 {code} 已设置。", "The course {code} is set."),
    "training_planned": Text("培训已安排：{session}", "The session is planned: {session}"),
    "training_closed": Text("本场已结束。", "The session is closed."),
    "training_certified": Text("已发证 {count} 张。", "{count} certificates issued."),
    "question_is_void": Text("已停用，新合格 {count} 人。", "The question is voided; {count} more people pass."),
    "no_question": Text("题库 {bank} 里没有 {code} 这道题。", "There is no question {code} in the bank {bank}."),
    "void_would": Text(
        "{name}（{number}）答对 {before}，变为 {after}", "{name} ({number}): {before} right, then {after}"
    ),
    "contest_planned": Text("竞赛已安排：{contest}", "The contest is planned: {contest}"),
    "contest_noted": Text("已记录。", "Recorded."),
    "contest_is_closed": Text("竞赛已结束。", "The contest is closed."),
    "promoted": Text("{number} 晋升为{level}，已确认。", "{number} is promoted to {level}."),
    "due": Text("待确认", "due"),
    "no_certificate": Text(
        "{number} 没有可以打印证书的晋级或获奖。", "{number} has no promotion or award to print a certificate for."
    ),
    "part_set": Text("已设定，建议值和理由一并保留。", "Set; the suggestion and the reason are kept with it."),
    "year_announced": Text("{year} 年度考核已公示。", "The assessment of {year} is in notice."),
    "year_is_closed": Text("{year} 年度考核已关账。", "The assessment of {year} is closed."),
    "differences_found": Text("与关账时不同的有 {count} 处。", "{count} figures differ from what was closed."),
    "item_decided": Text("申诉已决定。", "The appeal is decided."),
    "year_columns": Text(
        "名次  单位  环境  服务  守规  能力  工作量  合计  属实投诉  取消资格  奖励",
        "rank  unit  environment  service  compliance  ability  workload  total  complaints  disqualified  reward",
    ),
    "no_issue": Text("{year} 年没有发布过第 {number} 期。", "Issue {number} of {year} is not published."),
    "no_round": Text("{year} 年还没有评奖。", "There is no round of {year}."),
}
