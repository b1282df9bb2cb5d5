// Every text of the page in both languages, and how numbers are written.

const texts = {
  en: {
    other: "中文", otherLabel: "Switch to Chinese",
    tagline: "grids, and what happens in them", api: "API",
    unsealed: "Unsealed: for data that is not personal only",
    profile: "Profile", column: "Column", asOf: "Counted as of", inNoCell: "In no cell", profileOf: "What it has, as of {0}",
    outdated: "Data have changed since.", known: "{0} % known", noProfile: "Nothing may be shown here without a purpose.",
    norm_urban: "Norm of households (urban)", norm_rural: "Norm of households (rural)",
    show: "Show", grids: "Grids", places: "Incidents", hotspots: "Hot spots",
    baseMap: "Base map: roads, water, green, buildings",
    net: "Net", level: "Level", dataset: "Data set", category: "Category", all: "all",
    from: "From", to: "To", per: "Rate per", none: "none: counts as they are",
    permutations: "Permutations (empty: adaptive)", permutationRule: "Permutations per cell", adaptive: "adaptive",
    seed: "Seed", draws: "Permutations in all",
    islands: "Cells without neighbours", islands_keep: "kept in the mean",
    islands_drop: "dropped", islands_nearest: "linked to the nearest cell", expected: "Expected",
    neighbours: "Neighbours", version: "Version",
    fdr: "Adjust p for the number of cells", fdr_bh: "yes (Benjamini-Hochberg)", fdr_none: "no",
    adjustment: "Adjustment",
    find: "Find a position (WGS 84)", lon: "Longitude", lat: "Latitude", locate: "Which grid?",
    findAddress: "Find an address", address: "Address", search: "Search", door: "Nearest door",
    noAddress: "Write an address, such as a road and a number.", noPoint: "Its place is not known.",
    match_A: "This is the address", match_B: "This address, written otherwise",
    match_C: "Not sure which of these", match_none: "Not in the register",
    understood: "Understood as far as", successor: "Today", faults: "Differs", unused: "Not used", comma: ", ",
    level_province: "province", level_city: "city", level_county: "county or district", level_town: "street or town",
    level_community: "community or village", level_road: "road or estate", level_village_group: "village group",
    level_door: "door", level_building: "building", level_entrance: "entrance", level_floor: "floor",
    level_room: "room",
    fault_number_not_on_road: "no such number on the road", fault_unit_absent: "not in the register",
    fault_beyond_register: "finer than the register", fault_road_missing: "no road named",
    fault_locality_contradicts: "another place named", fault_not_on_this_road: "not on this road",
    fault_name_variant: "name written otherwise", fault_name_kind: "another kind of name",
    fault_ambiguous_division: "more than one such place", fault_historic: "no longer there",
    fault_former_name: "former name", fault_second_name: "second name",
    fault_wrong_entry: "recorded by mistake", fault_omitted: "left out",
    fault_member_of_range: "one of a range", fault_several_entries: "several in one",
    fault_unused_number: "a number left over", fault_unused_text: "words left over", fault_remark: "remark",
    clickHint: "or click on the map",
    mapLabel: "Map; arrow keys move it, plus and minus zoom",
    loading: "Loading …", computing: "Computing hot spots …",
    noLeaflet: "The map library is missing. On the machine that serves this page: "
      + "apt-get install libjs-leaflet, then start gewu serve again.",
    unreachable: "The service does not answer. Is gewu serve still running?",
    noDataset: "No data set has positions yet; import one with gewu import.",
    badPosition: "Give the longitude and the latitude as numbers.",
    cells: "cells", outside: "Outside every grid", border: "on the border of two or more grids",
    inside: "inside", invalid: "Not a position", nearest: "Nearest grid", away: "{0} m away",
    vacant: "vacant", held: "held", since: "since {0}", standIn: "vacant; {0} stands in",
    status: "Position", generation: "Boundaries",
    invalidCoverage: "These boundaries did not pass their check: cells may overlap or leave gaps.",
    count: "Count", exposure: "Exposure", rate: "Rate", z: "z", p: "p (normal)",
    pPermutation: "p (permutation)", pAdjusted: "p (adjusted)", class: "Class",
    incidents: "{0} incidents at {1} places", incomplete: "Only the first {0} places are drawn.",
    incident: "{0} here",
    provenance: "How it was computed", rowsIn: "Rows, and what became of them",
    exposureOf: "Rows of the exposure: {0}", rows_total: "in all", rows_counted: "counted",
    rows_other_level: "known by a larger cell only",
    rows_earlier_generation: "not attached to these boundaries",
    rows_unattached: "in no cell", rows_quarantined: "refused, kept for correction",
    rows_outside_period: "outside the period", rows_without_exposure: "without a value to divide by",
    rows_without_amount: "without an amount",
    method: "Method", methodText: "Gi*, {0} neighbours",
    queen: "queen", rook: "rook",
    hot99: "Hot, 99 %", hot95: "Hot, 95 %", hot90: "Hot, 90 %",
    cold90: "Cold, 90 %", cold95: "Cold, 95 %", cold99: "Cold, 99 %",
    class_none: "Not significant", isolate: "No neighbours", low_data: "Too little data",
    suppressed: "Withheld (small count)",
    legend: "Hot and cold spots", legendPlaces: "Incidents at a place",
    district: "District", street: "Street", community: "Community", grid: "Grid",
    station: "Police station", beat: "Police beat", school: "School district",
  },
  zh: {
    other: "English", otherLabel: "切换到英文",
    tagline: "格，与格中之物", api: "接口",
    unsealed: "未密封：仅限非个人数据",
    profile: "概况", column: "统计列", asOf: "统计截至", inNoCell: "未落任何单元", profileOf: "单元概况，截至 {0}",
    outdated: "此后数据已有变动。", known: "已知 {0}%", noProfile: "未说明用途，此处无可显示的数目。",
    norm_urban: "城镇户数标准", norm_rural: "农村户数标准",
    show: "显示", grids: "网格", places: "事件", hotspots: "热点",
    baseMap: "底图：道路、水系、绿地、建筑物",
    net: "网", level: "层级", dataset: "数据资源", category: "类别", all: "全部",
    from: "起始日期", to: "截止日期", per: "基数（按其计算比率）", none: "无：直接用数量",
    permutations: "置换次数（空：自适应）", permutationRule: "每单元置换次数", adaptive: "自适应", seed: "随机种子", draws: "置换总次数",
    islands: "无邻接的单元", islands_keep: "计入平均值", islands_drop: "排除",
    islands_nearest: "以最近的单元为邻", expected: "期望数量", neighbours: "邻接单元", version: "程序版本",
    fdr: "按单元数校正 p 值", fdr_bh: "是（Benjamini-Hochberg）", fdr_none: "否", adjustment: "校正",
    find: "查找位置（WGS 84）", lon: "经度", lat: "纬度", locate: "属于哪个网格？",
    findAddress: "查找地址", address: "地址", search: "查找", door: "最近的门牌",
    noAddress: "请写出地址，例如道路和门牌号。", noPoint: "该地址没有位置。",
    match_A: "即此地址", match_B: "即此地址，写法不同", match_C: "不能确定是哪一个", match_none: "地址库中没有",
    understood: "识别到", successor: "现为", faults: "不同之处", unused: "未用到", comma: "；",
    level_province: "省", level_city: "市", level_county: "区县", level_town: "街道/乡镇",
    level_community: "社区/村", level_road: "道路或小区", level_village_group: "村民小组", level_door: "门牌",
    level_building: "楼幢", level_entrance: "单元", level_floor: "楼层", level_room: "室",
    fault_number_not_on_road: "路上无此号", fault_unit_absent: "库中没有", fault_beyond_register: "比地址库更细",
    fault_road_missing: "未写道路", fault_locality_contradicts: "所写地方不符", fault_not_on_this_road: "不在此路",
    fault_name_variant: "名称写法不同", fault_name_kind: "名称类别不同", fault_ambiguous_division: "有多个同名地方",
    fault_historic: "已不存在", fault_former_name: "旧名", fault_second_name: "别名", fault_wrong_entry: "登记有误",
    fault_omitted: "有省略", fault_member_of_range: "号码区间之一", fault_several_entries: "一处多址",
    fault_unused_number: "有多余数字", fault_unused_text: "有多余文字", fault_remark: "附注",
    clickHint: "也可直接点击地图",
    mapLabel: "地图；方向键移动，加减键缩放",
    loading: "正在载入……", computing: "正在计算热点……",
    noLeaflet: "缺少地图库。请在提供此页面的机器上执行 apt-get install libjs-leaflet，"
      + "然后重新启动 gewu serve。",
    unreachable: "服务没有响应。gewu serve 还在运行吗？",
    noDataset: "尚无带位置的数据资源；请用 gewu import 导入。",
    badPosition: "请以数字给出经度和纬度。",
    cells: "个单元", outside: "不在任何网格内", border: "在网格边界上",
    inside: "网格内", invalid: "不是有效位置", nearest: "最近的网格", away: "相距 {0} 米",
    vacant: "空缺", held: "在岗", since: "{0} 起", standIn: "空缺，由{0}代管",
    status: "位置", generation: "边界版本",
    invalidCoverage: "此边界版本未通过检查：单元之间可能有重叠或空隙。",
    count: "数量", exposure: "基数", rate: "比率", z: "z 值", p: "p 值（正态）",
    pPermutation: "p 值（置换）", pAdjusted: "p 值（校正）", class: "类别",
    incidents: "{1} 处共 {0} 件", incomplete: "仅绘出前 {0} 处。", incident: "此处 {0} 件",
    provenance: "计算依据", rowsIn: "各行去向", exposureOf: "基数的各行：{0}", rows_total: "合计",
    rows_counted: "已计入", rows_other_level: "仅知上级单元", rows_earlier_generation: "未落入本版边界",
    rows_unattached: "未落格", rows_quarantined: "问题数据（待更正）", rows_outside_period: "不在期间内",
    rows_without_exposure: "无基数", rows_without_amount: "无数值",
    method: "方法", methodText: "Gi*，{0}邻接", queen: "共边或共点", rook: "共边",
    hot99: "热点，99%", hot95: "热点，95%", hot90: "热点，90%",
    cold90: "冷点，90%", cold95: "冷点，95%", cold99: "冷点，99%",
    class_none: "不显著", isolate: "无邻接单元", low_data: "数据不足",
    suppressed: "数值过小，不予公布",
    legend: "热点与冷点", legendPlaces: "一处的事件数",
    district: "区县", street: "街道/乡镇", community: "社区/村", grid: "网格",
    station: "派出所", beat: "警务责任区", school: "学区",
  },
};

let current = "en";

/** Chooses the language: "en" or "zh". */
export function useLanguage(language) {
  current = texts[language] ? language : "en";
  document.documentElement.lang = current;
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = t(element.dataset.text);
  }
}

export const language = () => current;

/** A text by its name; {0}, {1} … are replaced. An unknown name stands for itself. */
export function t(name, ...values) {
  const text = texts[current][name] ?? name;
  return text.replace(/\{(\d)\}/g, (_, index) => values[index]);
}

/** The title of something that the store names, in the language of the page. */
export function titleOf(thing) {
  return (current === "zh" && thing.title_zh) || thing.title || thing.id || thing.name;
}

/** A number with its groups apart and at most `digits` decimals; a dash where there is none. */
export function number(value, digits = 0) {
  if (value === null || value === undefined) return "–";
  return value.toLocaleString(current, { maximumFractionDigits: digits });
}

/** A p-value: three significant digits, and a bound where it is very small. */
export function probability(value) {
  if (value === null || value === undefined) return "–";
  return value < 0.0001 ? "< 0.0001" : Number(value.toPrecision(3)).toString();
}
