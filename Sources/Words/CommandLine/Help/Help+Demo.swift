extension Help {
  package enum Demo {
    package static let command = CommandHelp(
      Wording(
        "Make a fictional district with its departments' files, and check their import.",
        "生成虚构区县及各部门文件，并核对其导入结果。"))
    package static let month = Wording(
      "The month whose files were imported last, from 1.", "最后导入的是第几个月的文件，从 1 起。")
  }

  package enum DemoMake {
    package static let command = CommandHelp(
      Wording(
        "Write the boundaries, files and answer key of a district or a city.",
        "写出一个区或一座城市的边界、文件和答案。"),
      discussion: Wording(
        """
        The folder gets grids/ (the boundaries of grids, police beats, school districts and professional grids), files/ \
        (one file per manifest of the fictional district, with realistic errors, and the base map) \
        and key.json (the expected outcome of each). Month 1 is June 2026, and the district ends with \
        month 13, June 2027. key/ says of each row of each file whom, what and which place it is \
        about, by numbers of the tables of persons, dwellings, firms and others beside it, and what is wrong with \
        it. With --month N \
        it gets files-N/ and key-N.json: what the same departments send so many months later, to be imported \
        after all months before it, and with --months N the files and keys of the first N months. From the second \
        month on a few files are refused whole: sent twice, broken off, or with other headings; the key names \
        them. With --no-plants nothing is planted for methods to find: no leak or wrong meter, no odd household, \
        no cluster of events. \
        With --broken-borders it gets grids-broken/ too: the grids with an overlap, \
        a gap and a duplicate, and faults.txt, which names them. \
        With --districts N it makes a city, one district after the other: a folder for each by its code, 990101 (the \
        district that the seed gives alone) to 9901N, grids/ with the boundaries of all, manifests/ with the manifests \
        by which one store takes all (an import of one district leaves the rows of the others alone, so rows that \
        are gone in a later month are not retired), and city.json. Its districts refer to nothing in each other. \
        --people says how many people it has in all, 400,000 for a whole district. The same seed gives the same bytes on any machine. No division code \
        exists, and no number belongs to a real person.
        """,
        """
        目录中写入 grids/（网格、警务责任区、学区和专属网格的边界）、files/（虚构区县每份清单一个文件，带各种常见错误；\
        另有基础底图）和 key.json（每个文件应有的结果）。第 1 个月是 2026 年 6 月，第 13 个月（2027 年 6 月）为最后一个月。\
        key/ 逐行说明每个文件的每一行涉及谁、什么和何处（以同目录中人员、住房、企业等表的序号表示）以及有何错误。\
        加 --month N 则写入 files-N/ 和 key-N.json：同一批部门在第 N 个月送来的文件，\
        在此前各月之后导入；加 --months N 则写入前 N 个月的文件和答案。从第二个月起有少数文件整份不被接收：\
        重复送来、内容截断或表头改名，答案中均已列明。加 --no-plants 则不预设漏水、错表、异常住户和事件聚集。加 --broken-borders 还写入 grids-broken/：带有一处重叠、一处缝隙和一个重复网格的边界，\
        以及说明它们的 faults.txt。\
        加 --districts N 则逐区生成一座城市：每区一个以代码命名的目录，从 990101（即该种子单独生成的区）到 9901N；grids/ 为全市边界；\
        manifests/ 为供同一个库接收全市文件的清单（导入一个区不影响其他区的行，因此后续月份中已离开的行不会注销）；以及 city.json。\
        各区之间互不引用。--people 为全市人数，一个完整的区为 400,000 人。同一种子在任何机器上得到相同的字节。区划代码均不存在，其中的号码也不属于任何真人。
        """))
    package static let folder = Wording(
      "Output folder; created if missing.", "输出目录；没有则新建。")
    package static let seed = Wording("Random seed.", "随机种子。")
    package static let rowsPercent = Wording(
      "Percentage of the 1,390,000 rows of a district to write; 100 if not given.",
      "写出每区 1,390,000 行的百分之几；默认 100。")
    package static let people = Wording(
      "People of all districts, in steps of 4,000, instead of --rows-percent.",
      "全市人数，以 4,000 为一级；代替 --rows-percent。")
    package static let districts = Wording(
      "Number of districts, from 1 to 10.", "区的个数，1 至 10。")
    package static let brokenBorders = Wording(
      "Also write a second set of grids with faults.", "另写出一套带有错误的网格边界。")
    package static let month = Wording(
      "The month to write, from 1 to 13.", "写出第几个月的文件，1 至 13。")
    package static let months = Wording(
      "Write the first so many months.", "写出前几个月的文件。")
    package static let rowKey = Wording(
      "Form of the key of rows: csv (key/), sqlite (key.sqlite), both or none.",
      "逐行答案的形式：csv（key/）、sqlite（key.sqlite）、both 或 none。")
    package static let noPlants = Wording(
      "Plant nothing for methods to find.", "不预设可供方法发现的异常。")
  }

  package enum DemoCheck {
    package static let command = CommandHelp(
      Wording(
        "Check the batches of a store against a district's answer key.", "用区县的答案核对库中的批次。"),
      discussion: Wording(
        """
        Compares, file by file, the first import of the folder's files with the answer key, before \
        another month's files are imported: read, inserted, updated, unchanged, retired, duplicate, quarantined, \
        blank, each reason and remark, and the rows attached to each cell; that no file was taken that \
        is to be refused; and the posts of each net against its norm, for which the store needs the nets of the key. Where the key of rows is there (key/ or key.sqlite), each row must be in its cell. Of a \
        whole district the planted clusters of events are asked for, as `gewu hotspots` does, and how many are \
        found is said. The last line says what the key knows and cannot be asked of yet. Of a city the files of all \
        districts are compared. Exits with 1 if anything differs from the key.
        """,
        """
        在导入另一个月的文件之前，逐个文件把首次导入的结果与答案比较：读取、新增、更新、未变、注销、重复、问题、空行、\
        每种原因和备注，以及各单元落格的行数；应整份拒收的文件也不得入库；并按各网的标准核对岗位，因此库中须有答案所列的各网。有逐行答案（key/ 或 key.sqlite）时，\
        每一行都须落在答案所列的单元。对完整的区县还像 `gewu hotspots` 那样询问预设的事件聚集，并说明找到几处。\
        末行列出答案已知而目前尚不能询问的内容。城市则比较各区的全部文件。与答案有任何不同时退出码为 1。
        """))
    package static let folder = Wording(
      "The folder made by `gewu demo make`.", "`gewu demo make` 生成的目录。")
  }

  package enum DemoExplain {
    package static let command = CommandHelp(
      Wording(
        "Show one row of a district's file beside the truth.", "把一个文件的某一行与事实对照显示。"),
      discussion: Wording(
        """
        Says whom and what the row is about, where that truly is and what was done to the row on purpose, and for \
        each column what was sent, what the department knew, what is true on the day of the list, and the term of \
        GeoData/demo/sources.csv that it comes from.
        """,
        """
        说明该行涉及谁和什么、真实位置以及故意之错；并逐列列出送来的值、部门所知、名单当日的事实，\
        以及它在 GeoData/demo/sources.csv 中的来源项。
        """))
    package static let folder = Wording(
      "The folder made by `gewu demo make`, in a city that of a district.",
      "`gewu demo make` 生成的目录；城市则为其中一个区的目录。")
    package static let file = Wording("Name of a file of the month.", "该月某个文件的名称。")
    package static let row = Wording("Data row in it, from 1.", "其中第几个数据行，从 1 起。")
    package static let month = Wording("The month of the file, from 1.", "文件是第几个月的，从 1 起。")
  }
}
