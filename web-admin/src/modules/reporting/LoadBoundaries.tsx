import { Alert, Box, Button, Typography } from "@mui/material";
import { useRef, useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { api } from "../../api/client";
import { boundaryChanges } from "./api/reports";
import { useChanged } from "../../app/core/api/keys";
import { Form, Stack } from "../../ui/Form";
import { Text } from "../../ui/fields";
import { Panel } from "../../ui/Page";

/** [22.4] Official boundaries instead of the outlines: a GeoJSON file whose features carry SOATE codes. */
export function LoadBoundaries() {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  const form = useForm({ defaultValues: { property: "soate", geoJson: "" } });
  const wrong = form.formState.errors.geoJson?.message;
  return (
    <Panel title={translate("map.load")}>
      <Form
        draft={null}
        form={form}
        idPrefix="map-"
        submit={translate("map.load")}
        send={async ({ property }, idempotencyKey) => {
          const body = { property, geoJson: file ? await file.text() : "" };
          const { data } = await api.post("/api/reporting/boundaries", { body, idempotencyKey });
          notify(translate("map.loaded", { smart_count: data.count }), { type: "success" });
          await changed(...boundaryChanges);
        }}
      >
        <Stack>
          <Typography color="textSecondary">{translate("map.load-help")}</Typography>
          <Box sx={{ display: "flex", gap: 1.5, alignItems: "center", flexWrap: "wrap" }}>
            <input
              ref={input}
              hidden
              type="file"
              aria-label={translate("map.load")}
              accept=".json,.geojson,application/geo+json"
              onChange={(event) => setFile(event.target.files?.[0])}
            />
            <Button variant="outlined" id="map-geoJson" onClick={() => input.current?.click()}>
              {translate("file.choose")}
            </Button>
            <Typography>{file?.name}</Typography>
          </Box>
          {wrong && <Alert severity="error">{wrong}</Alert>}
          <Text name="property" label={translate("map.property")} width={220} />
        </Stack>
      </Form>
    </Panel>
  );
}
