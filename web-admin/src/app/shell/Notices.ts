// a file of its own, so that what says "saved" or "refused" is loaded beside the first screen and not before it
export { Notification as default } from "react-admin";
