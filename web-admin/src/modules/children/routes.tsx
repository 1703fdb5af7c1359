import { Route } from "react-router-dom";
import { CardPage } from "./CardPage";
import { RegisterSignal } from "./RegisterSignal";
import { SearchChildren } from "./SearchChildren";
import { SignalList } from "./SignalList";
import { SignalPage } from "./SignalPage";

export const childrenRoutes = [
  <Route key="signals" path="/signals" element={<SignalList />} />,
  <Route key="signal-new" path="/signals/new" element={<RegisterSignal />} />,
  <Route key="signal" path="/signals/:id" element={<SignalPage />} />,
  <Route key="children" path="/children" element={<SearchChildren />} />,
  <Route key="card" path="/children/:id" element={<CardPage />} />,
];
