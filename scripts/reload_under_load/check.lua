-- Asks for random positions and checks each answer: codes of odd generations begin with A, those
-- of even ones with B, and streets with an S before it.
local threads = {}

function setup(thread)
  table.insert(threads, thread)
end

function init()
  math.randomseed(7)
  answers, failed, mixed = 0, 0, 0
  side = tonumber(os.getenv("GEWU_SIDE"))
end

function request()
  -- Now and then the way through the framework.
  local system = math.random() < 0.1 and "&crs=wgs84" or ""
  return wrk.format("GET", string.format("/v1/locate?lon=%.7f&lat=%.7f%s",
    117.02 + (side * 0.01 - 0.04) * math.random(), 36.02 + (side * 0.01 - 0.04) * math.random(),
    system))
end

function response(status, headers, body)
  answers = answers + 1
  local generation = tonumber(body:match('"generation":(%d+)'))
  if status ~= 200 or not generation then
    failed = failed + 1
    return
  end
  local letter = generation % 2 == 1 and "A" or "B"
  for code in body:gmatch('"code":"S?(%a)') do
    if code ~= letter then
      mixed = mixed + 1
      return
    end
  end
end

function done(summary, latency)
  local answers, failed, mixed = 0, 0, 0
  for _, thread in ipairs(threads) do
    answers = answers + thread:get("answers")
    failed = failed + thread:get("failed")
    mixed = mixed + thread:get("mixed")
  end
  local errors = summary.errors
  print(string.format("RESULT %d %d %d %d %.3f %.3f %.3f", answers, failed, mixed,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000))
end
