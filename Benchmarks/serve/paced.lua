-- The questions of points.lua, each 0 to 2 ms after the last answer of its connection: a third of what
-- the server can do, so that times are those of the server and not of its queue.
local folder = debug.getinfo(1, "S").source:match("^@(.*/)") or ""
dofile(folder .. "points.lua")

function delay()
  return math.random(0, 2)
end
