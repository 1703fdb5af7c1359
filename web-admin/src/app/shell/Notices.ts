// a separate file, so that the "saved" and "refused" toasts load in parallel with the first screen, not before it
export { Notification as default } from "react-admin";
