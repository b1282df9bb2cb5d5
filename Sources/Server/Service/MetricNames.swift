/// What the figures of `/metrics` mean.
enum MetricNames {
  static let help = [
    "gewu_http_requests_total": "Answers by route, method and status.",
    "gewu_http_request_seconds": "Time from request to answer, by route, in seconds.",
    "gewu_located_positions_total": "Positions looked up, by status.",
    "gewu_generation": "The active generation of boundaries; 0 where there is none.",
    "gewu_grids": "Cells of the active generation, by level.",
    "gewu_dataset_rows": "Current rows of a data set, by whether they have a grid.",
    "gewu_addresses_waiting":
      "Rows of a data set whose addresses the current version of the register has not been asked about yet.",
    "gewu_profile_outdated":
      "Whether anything has changed since cells were counted last (1) or not (0); absent where they never were.",
    "gewu_subjects_waiting":
      "Rows that have changed since the subjects of a kind were assembled.",
    "gewu_report_queue": "Reports that wait to be written.",
    "gewu_report_batch_size": "Reports written by one transaction, with one sync of the disk.",
    "gewu_report_write_seconds": "Time that a transaction of reports took, in seconds.",
    "gewu_spooled_bytes": "Answers to batches that lie on disk until their caller takes them.",
    "gewu_process_start_time_seconds": "When the service was started, in seconds since 1970.",
  ]

  /// Upper bounds of the histograms that do not count seconds.
  static let bounds = ["gewu_report_batch_size": [1.0, 2, 4, 8, 16, 32, 64, 128, 256]]
}
