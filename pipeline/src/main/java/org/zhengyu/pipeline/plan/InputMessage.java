package org.zhengyu.pipeline.plan;

import org.zhengyu.pipeline.wording.Bundled;

/** What is said of the input: why it cannot be used, what is left out of it, what is in it. */
public enum InputMessage implements Bundled {
  /** The first, a folder, holds none of the second, the formats that are read. */
  NO_DOCUMENTS_IN_FOLDER,
  /** The first, a file, is in none of the second, the formats. */
  FORMAT_UNKNOWN,
  /** The first, a pattern, matches none of the second, the formats. */
  MATCHES_NOTHING,
  /** Such a pattern, where the formats are no matter. */
  MATCHES_NO_DOCUMENT,
  /** The formats that are read: their suffixes, and those of compressed files. */
  FORMATS,
  /** This file or folder is not there. */
  NOT_THERE,
  /** The first, a pattern, needs the second, a folder that is not there. */
  NO_FOLDER,
  /** The first is no pattern, for the second reason. */
  NO_PATTERN,
  /** The first is no path, for the second reason. */
  NO_PATH,
  /** The first cannot be listed, for the second reason. */
  CANNOT_BE_LISTED,
  /** Such a reason: nobody may. */
  NO_PERMISSION,
  /** Such a reason: it was there just now. */
  GONE,
  /** In the first, an input, are no documents but the second, what is left out. */
  NO_DOCUMENTS_BUT,
  /** In this list of paths one is empty. */
  EMPTY_PATH,
  /** The first, a number of files, is more than the second. */
  TOO_MANY_FILES,
  /** Plain texts have no field of this name. */
  FIELD_NEEDS_METADATA,
  /** No record has the first, a field; the second are the fields. */
  FIELD_NOT_IN_METADATA,
  /** No record has the first as its value of the second, a field. */
  VALUE_NOT_IN_METADATA,

  /** A folder is hidden. */
  HIDDEN_FOLDER,
  /** A folder is a result of ours. */
  A_RESULT,
  /** A file is hidden. */
  HIDDEN_FILE,
  /** An object of a store is hidden. */
  HIDDEN,
  /** A link has nothing at its end. */
  LINK_TO_NOTHING,
  /** A file is none: a pipe, a device. */
  NOT_REGULAR,
  /** A file is in no format that is read. */
  OTHER_FORMAT,
  /** A link leads to a folder that contains it. */
  LINK_LOOP,
  /** A file or folder may not be read. */
  UNREADABLE,
  /** A file is there under another name, too. */
  SAME_FILE,
  /** A file is named by another option of the command. */
  NAMED_ELSEWHERE,
  /** A file lies in the output folder. */
  IN_OUTPUT,
  /** The first, a file or folder, is left out for the second reason. */
  LEFT_OUT,

  /** So many documents. */
  DOCUMENTS,
  /** The first, a file, is of the second, a format; its encodings; its documents. */
  PLANNED_FILE,
  /** Its encodings, where it has documents. */
  PLANNED_ENCODINGS,
  /** The first are its documents; so many others it refuses. */
  PLANNED_REFUSALS,
  /** The first, a document, has so many characters; what is known of it. */
  PLANNED_DOCUMENT,
  /** A document or record is refused for the first reason; what is wrong. */
  PLANNED_REFUSAL,
  /** From the first day to the second. */
  PLANNED_DAYS,
  /** This is left out. */
  PLANNED_LEFT_OUT,
  /** So many others are left out. */
  PLANNED_MORE_LEFT_OUT,
  /** Files, documents, refusals, files left out. */
  PLANNED
}
