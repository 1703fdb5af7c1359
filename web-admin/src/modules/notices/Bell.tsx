import Notifications from "@mui/icons-material/NotificationsOutlined";
import { Badge, IconButton } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { useNavigate } from "react-router-dom";
import { unreadQuery } from "./api/notices";

/** The number of unread notices; opens them. */
export function Bell() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { data } = useQuery(unreadQuery);
  const label = translate("notices.unread", { count: data === 100 ? "99+" : (data ?? 0) });
  return (
    <IconButton title={label} color="inherit" aria-label={label} onClick={() => navigate("/notices")}>
      <Badge badgeContent={data} max={99} color="error">
        <Notifications fontSize="small" />
      </Badge>
    </IconButton>
  );
}
