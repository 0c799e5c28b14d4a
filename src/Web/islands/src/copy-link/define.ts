import { defineElement } from "../shared/language";
import { CopyLink } from "./copy-link";

defineElement("copy-link", CopyLink);
