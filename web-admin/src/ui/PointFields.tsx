import { Box, Button, Typography } from "@mui/material";
import { lazy, Suspense, useState } from "react";
import { useTranslate } from "react-admin";
import { useFormContext } from "react-hook-form";
import { Row } from "./Form";
import { Text } from "./fields";
import { Loading } from "./Page";
import { useReadOnly } from "./ReadOnly";

const PointMap = lazy(async () => ({ default: (await import("./PointMap")).PointMap }));

const number = (text: string | number | undefined) => Number(String(text ?? "").replace(",", "."));

/** Latitude and longitude, typed or marked on a map. The map opens at the form's territory. */
export function PointFields() {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const { watch, setValue } = useFormContext<{ latitude: string; longitude: string; territory: string }>();
  const [latitude, longitude, territory] = watch(["latitude", "longitude", "territory"]);
  const isSaid = !!latitude && !!longitude && Number.isFinite(number(latitude)) && Number.isFinite(number(longitude));
  const readOnly = useReadOnly();
  return (
    <Box>
      <Row>
        <Text name="latitude" label={translate("field.latitude")} optional width={160} mono />
        <Text name="longitude" label={translate("field.longitude")} optional width={160} mono />
        {!readOnly && (
          <Button variant="outlined" aria-expanded={open} onClick={() => setOpen(!open)} sx={{ alignSelf: "end" }}>
            {translate(open ? "point.hide" : "point.show")}
          </Button>
        )}
      </Row>
      {open && (
        <>
          <Typography color="textSecondary" sx={{ mt: 1.5, mb: 1 }}>
            {translate("point.help")}
          </Typography>
          <Box sx={{ border: 1, borderColor: "divider", borderRadius: 1 }}>
            <Suspense fallback={<Loading />}>
              <PointMap
                label={translate("point.map")}
                point={isSaid ? { latitude: number(latitude), longitude: number(longitude) } : undefined}
                territory={territory}
                onPick={(point) => {
                  setValue("latitude", String(point.latitude), { shouldDirty: true });
                  setValue("longitude", String(point.longitude), { shouldDirty: true });
                }}
              />
            </Suspense>
          </Box>
        </>
      )}
    </Box>
  );
}
