// Runs before the first paint, so that the chosen theme does not flash. No choice means the system's.
try {
  const theme = localStorage.getItem('weir.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // storage is blocked: the system's theme stays
}
