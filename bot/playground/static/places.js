/** Eight cities on eight clocks: enough to try any zone, daylight saving and half hours included. */
export const CITIES = [
  { name: "San Francisco", latitude: 37.7749, longitude: -122.4194, zone: "America/Los_Angeles" },
  { name: "New York", latitude: 40.7128, longitude: -74.006, zone: "America/New_York" },
  { name: "São Paulo", latitude: -23.5505, longitude: -46.6333, zone: "America/Sao_Paulo" },
  { name: "London", latitude: 51.5074, longitude: -0.1278, zone: "Europe/London" },
  { name: "Berlin", latitude: 52.52, longitude: 13.405, zone: "Europe/Berlin" },
  { name: "Nairobi", latitude: -1.2864, longitude: 36.8172, zone: "Africa/Nairobi" },
  { name: "Mumbai", latitude: 19.076, longitude: 72.8777, zone: "Asia/Kolkata" },
  { name: "Sydney", latitude: -33.8688, longitude: 151.2093, zone: "Australia/Sydney" },
];
