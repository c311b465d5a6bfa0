import { Loading } from '../ui/loading.tsx';

/** The router shows it after 300 ms. */
export function RoutePending() {
  return <Loading label="Loading the page" afterMs={0} />;
}
