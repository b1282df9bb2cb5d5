-- The row that a report makes, for pgbench: the columns that the store has, and what finds a row. A colon begins a
-- variable of pgbench even in a text; points stand in its place.
\set key random(1, 9000000000000000)
\set grid random(1, 5832)
INSERT INTO report (receipt, idempotency_key, request_hash, channel, category, description,
  external_id, reported_at, received_at, x, y, crs, given_longitude, given_latitude, given_crs,
  attach_method, grid_status, grid_id, generation, geometry)
VALUES (upper(left(md5(random()::text), 26)), 'run-' || :client_id::text || '-' || :key::text,
  repeat('0123456789abcdef', 4), 'hotline', 'lamp',
  '路灯不亮，已三天，行人夜间通行困难，请尽快处理', 'run-' || :client_id::text || '-' || :key::text,
  '2026-03-02T08.00.00+08.00', left(clock_timestamp()::text, 24),
  -1.79 + 0.0000001 * :grid, 53.71, 'EPSG.4326', '-1.5512345', '53.8012345', NULL,
  'coordinates', 'inside', :grid, 1, decode(repeat('01', 60), 'hex'));
