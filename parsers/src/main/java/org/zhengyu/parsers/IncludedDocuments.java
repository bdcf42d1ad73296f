package org.zhengyu.parsers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.TargetMode;

/**
 * Documents that a Word document includes as they are, for Word to take in when it opens them
 * (altChunk, ISO/IEC 29500-1, 17.17.2.1): legal databases write their texts so.
 */
final class IncludedDocuments {
  private static final String INCLUDED =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk";

  private static final int MOST = 100;

  private IncludedDocuments() {}

  /** Those of a document, in the order in which it lists them. */
  static List<byte[]> of(byte[] document) throws IOException {
    List<byte[]> included = new ArrayList<>();
    try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(document))) {
      for (PackageRelationship core :
          file.getRelationshipsByType(PackageRelationshipTypes.CORE_DOCUMENT)) {
        PackagePart main = file.getPart(core);
        if (main == null) {
          continue;
        }
        for (PackageRelationship each : main.getRelationshipsByType(INCLUDED)) {
          if (each.getTargetMode() == TargetMode.INTERNAL && included.size() < MOST) {
            try (InputStream part = main.getRelatedPart(each).getInputStream()) {
              included.add(part.readAllBytes());
            }
          }
        }
      }
    } catch (OpenXML4JException e) {
      throw new IOException(e.getMessage(), e);
    }
    return included;
  }
}
