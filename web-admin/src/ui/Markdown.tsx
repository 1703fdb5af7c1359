import { Box } from "@mui/material";
import { lazy, Suspense } from "react";
import { Loading } from "./Page";

const Rendered = lazy(async () => {
  const [{ default: ReactMarkdown }, { default: gfm }] = await Promise.all([import("react-markdown"), import("remark-gfm")]);
  return {
    // raw HTML is omitted and links with a script are emptied: both by react-markdown's default
    default: ({ text }: { text: string }) => (
      <ReactMarkdown remarkPlugins={[gfm]} components={{ h1: "h2", img: () => null }}>
        {text}
      </ReactMarkdown>
    ),
  };
});

/** A text in Markdown; nothing in it can act in the reader's name. */
export const Markdown = ({ text }: { text: string }) => (
  <Suspense fallback={<Loading />}>
    <Box
      sx={{
        overflowWrap: "anywhere",
        lineHeight: 1.6,
        "& h2": { fontSize: 18, mt: 2.5, mb: 1 },
        "& h3": { fontSize: 16, mt: 2, mb: 0.5 },
        "& table": { borderCollapse: "collapse", display: "block", overflowX: "auto" },
        "& td, & th": { border: 1, borderColor: "divider", px: 1, py: 0.5, textAlign: "start" },
        "& a": { color: "primary.main" },
        "& li": { mb: 0.5 },
      }}
    >
      <Rendered text={text} />
    </Box>
  </Suspense>
);
