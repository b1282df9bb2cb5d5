/// Who answers for the things of a class.
extension FixtureClass {
  /// 主管部门: the district's bureau above the owner.
  package var authority: String {
    switch owner {
    case "云溪市水务集团", "云溪市排水公司": "格物区水利局"
    case "供电公司格物分公司", "电信格物分公司": "格物区经济和信息化局"
    case "云溪燃气公司": "格物区住房和城乡建设局"
    case "格物区体育局": "格物区体育局"
    case "交警格物大队", "格物公安分局": "格物公安分局"
    case "格物区民政局": "格物区民政局"
    case "云溪公交公司": "格物区交通运输局"
    case "格物区城投公司": "格物区住房和城乡建设局"
    case "格物区委宣传部": "格物区委宣传部"
    case "格物区人民防空办公室": "格物区人民防空办公室"
    default: "格物区综合行政执法局"
    }
  }

  /// 养护单位: the owner's own people, or its contractor.
  package var maintainer: String {
    switch owner {
    case "云溪市水务集团": "云溪水务管网养护公司"
    case "云溪市排水公司", "格物区市政设施中心": "格物市政养护公司"
    case "格物区路灯管理所": "格物区路灯管理所"
    case "格物区环境卫生中心": "格物环境服务公司"
    case "格物区园林绿化中心": "格物园林养护公司"
    case "格物区综合行政执法局", "格物区委宣传部": "格物区市政设施中心"
    case "交警格物大队": "云溪交通设施公司"
    case "格物公安分局": "云溪安防工程公司"
    case "格物区民政局": "格物区地名标志服务部"
    default: owner
    }
  }
}
