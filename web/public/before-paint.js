// Before the first paint, so that nothing flashes.
(() => {
  function kept(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      // Storage is closed: as for somebody who is here for the first time.
      return null;
    }
  }
  const { dataset } = document.documentElement;

  // What was chosen, else what the system has. Mantine takes it from here.
  const chosen = kept('mantine-color-scheme-value');
  const isDark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  dataset.mantineColorScheme = isDark ? 'dark' : 'light';

  // Whom the page that is there before the app speaks to: first-paint.css shows what is for them.
  const isCoach = location.pathname === '/' && location.search === '';
  const known = kept('interviewly.known') ? 'known' : 'new';
  dataset.visitor = isCoach ? known : 'elsewhere';
})();
