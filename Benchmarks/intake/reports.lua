-- Sends reports, each another one under a random key of its own, as the rows of report.sql have one, at random
-- positions of the lattice.
local threads = 0
function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

local run
function init(args)
  run = args[1]
  math.randomseed(os.time() * 64 + number)
end

local headers = {["Content-Type"] = "application/json"}
local body = '{"channel":"hotline","category":"lamp","description":"路灯不亮，已三天，行人夜间通行困难，请尽快处理",'
  .. '"longitude":%.7f,"latitude":%.7f,"reported_at":"2026-03-02T08:00:00+08:00","external_id":"%s"}'

function request()
  local name = string.format("%s-%d-%.0f", run, number, math.random() * 9e15)
  headers["Idempotency-Key"] = name
  return wrk.format("POST", "/v1/reports", headers, string.format(
    body, -1.79 + 0.49 * math.random(), 53.71 + 0.23 * math.random(), name))
end
