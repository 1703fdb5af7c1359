import { Route } from "react-router-dom";
import { later } from "../../ui/later";

export const childrenRoutes = [
  <Route key="signals" path="/signals" element={later(() => import("./SignalList"), "SignalList")} />,
  <Route key="signal-new" path="/signals/new" element={later(() => import("./RegisterSignal"), "RegisterSignal")} />,
  <Route key="signal" path="/signals/:id" element={later(() => import("./SignalPage"), "SignalPage")} />,
  <Route key="children" path="/children" element={later(() => import("./SearchChildren"), "SearchChildren")} />,
  <Route key="card" path="/children/:id" element={later(() => import("./CardPage"), "CardPage")} />,
  <Route key="merge" path="/children/:id/merge/:other" element={later(() => import("./MergeCards"), "MergeCards")} />,
  <Route key="split" path="/children/:id/split/:merge" element={later(() => import("./SplitCards"), "SplitCards")} />,
  <Route key="merges" path="/merges" element={later(() => import("./MergesWaiting"), "MergesWaiting")} />,
  <Route key="transfers" path="/transfers" element={later(() => import("./Transfers"), "Transfers")} />,
  <Route key="case-requests" path="/case-requests" element={later(() => import("./CaseRequests"), "CaseRequests")} />,
  <Route key="board" path="/board" element={later(() => import("./Board"), "Board")} />,
  <Route key="purges" path="/purges" element={later(() => import("./Purges"), "Purges")} />,
  <Route key="purges-due" path="/purges/due" element={later(() => import("./PurgesDue"), "PurgesDue")} />,
  <Route key="purge" path="/purges/:id" element={later(() => import("./PurgePage"), "PurgePage")} />,
];
