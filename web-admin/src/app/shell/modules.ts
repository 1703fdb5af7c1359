import { manifest as access } from "../../modules/access/manifest";
import { manifest as assessments } from "../../modules/assessments/manifest";
import { manifest as attachments } from "../../modules/attachments/manifest";
import { manifest as children } from "../../modules/children/manifest";
import { manifest as drafts } from "../../modules/drafts/manifest";
import { manifest as institutions } from "../../modules/institutions/manifest";
import { manifest as integration } from "../../modules/integration/manifest";
import { manifest as journal } from "../../modules/journal/manifest";
import { manifest as materials } from "../../modules/materials/manifest";
import { manifest as notices } from "../../modules/notices/manifest";
import { manifest as operations } from "../../modules/operations/manifest";
import { manifest as plans } from "../../modules/plans/manifest";
import { manifest as registers } from "../../modules/registers/manifest";
import { manifest as reporting } from "../../modules/reporting/manifest";
import { manifest as training } from "../../modules/training/manifest";
import type { Manifest, Screen } from "../core/manifest";

/** The modules of the app: the one place where they meet. */
export const manifests: readonly Manifest[] = [
  access,
  assessments,
  attachments,
  children,
  drafts,
  institutions,
  integration,
  journal,
  materials,
  notices,
  operations,
  plans,
  registers,
  reporting,
  training,
];

export const screens: readonly Screen[] = manifests.flatMap((manifest) => manifest.screens);
