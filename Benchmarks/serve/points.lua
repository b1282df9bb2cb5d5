-- Asks for random positions in the box of make_city.py; other servers ignore the question.
local targets = {}

function init()
  math.randomseed(7)
  for i = 1, 10000 do
    local path = string.format("/v1/locate?lon=%.7f&lat=%.7f",
      117.02 + 0.77 * math.random(), 36.02 + 0.68 * math.random())
    targets[i] = wrk.format("GET", path)
  end
end

local n = 0
function request()
  n = n % 10000 + 1
  return targets[n]
end
