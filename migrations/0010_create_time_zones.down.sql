DROP TABLE time_zones;
