import DeleteOutlined from "@mui/icons-material/DeleteOutlined";
import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  IconButton,
  List,
  ListItem,
  ListItemButton,
  ListItemText,
  Typography,
} from "@mui/material";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { useSearchParams } from "react-router-dom";
import { api } from "../api/client";
import { useChanged } from "../app/core/api/keys";
import { viewsQuery } from "../app/core/api/me";
import { Text } from "./fields";
import { Form } from "./Form";
import { Failure, Loading } from "./Page";
import { Refusal } from "./Refusal";

/** Opens, saves and deletes views. Deleting requires a confirmation that names the view. */
export default function SavedViewsDialog({ screen, onClose }: { screen: string; onClose: () => void }) {
  const translate = useTranslate();
  const changed = useChanged();
  const [params, setParams] = useSearchParams();
  const [removing, setRemoving] = useState<string>();
  const form = useForm({ defaultValues: { name: "" } });
  const views = useQuery(viewsQuery(screen));
  const again = () => changed(viewsQuery(screen).queryKey);
  const remove = useMutation({
    mutationFn: (id: string) => api.delete("/api/access/me/views/{id}", { path: { id } }),
    onSettled: () => {
      setRemoving(undefined);
      return again();
    },
  });
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="views-title">
      <DialogTitle id="views-title">{translate("view.title")}</DialogTitle>
      <DialogContent>
        {views.isPending ? (
          <Loading />
        ) : views.isError ? (
          <Failure error={views.error} again={() => void views.refetch()} />
        ) : views.data.items.length === 0 ? (
          <Typography color="textSecondary">{translate("view.empty")}</Typography>
        ) : (
          <List dense aria-label={translate("view.title")}>
            {views.data.items.map((view) => (
              <ListItem
                key={view.id}
                disablePadding
                secondaryAction={
                  removing === view.id ? (
                    <Button color="error" variant="outlined" size="small" onClick={() => remove.mutate(view.id)}>
                      {translate("view.remove")}
                    </Button>
                  ) : (
                    <IconButton
                      edge="end"
                      aria-label={translate("view.remove-name", { name: view.name })}
                      onClick={() => setRemoving(view.id)}
                    >
                      <DeleteOutlined />
                    </IconButton>
                  )
                }
              >
                <ListItemButton
                  onClick={() => {
                    setParams(new URLSearchParams(view.query));
                    onClose();
                  }}
                >
                  <ListItemText primary={view.name} />
                </ListItemButton>
              </ListItem>
            ))}
          </List>
        )}
        <Refusal error={remove.error} />
        <Box sx={{ mt: 2 }}>
          <Form
            draft={null}
            form={form}
            idPrefix="view-"
            submit={translate("view.save")}
            send={async ({ name }) => {
              await api.put("/api/access/me/views", { body: { screen, name, query: params.toString() } });
              form.reset();
              await again();
            }}
          >
            <Text name="name" label={translate("view.name")} help={translate("view.name-help")} />
          </Form>
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate("form.close")}</Button>
      </DialogActions>
    </Dialog>
  );
}
