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

  /**
   * Those of a document, in the order in which it lists them.
   *
   * @throws RefusedDocumentException where the package does not say which part is the document:
   *     whether that is damage or a document without text, libraries do not agree
   */
  static List<byte[]> of(byte[] document) throws IOException, RefusedDocumentException {
    List<byte[]> included = new ArrayList<>();
    try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(document))) {
      List<PackageRelationship> cores = new ArrayList<>();
      file.getRelationshipsByType(PackageRelationshipTypes.CORE_DOCUMENT).forEach(cores::add);
      file.getRelationshipsByType(PackageRelationshipTypes.STRICT_CORE_DOCUMENT)
          .forEach(cores::add);
      if (cores.isEmpty()) {
        throw Damage.OTHER.refusal();
      }
      for (PackageRelationship core : cores) {
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
