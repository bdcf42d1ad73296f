package org.zhengyu.report.exports;

import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML, element by element. */
final class XmlFile {
  private final XMLStreamWriter xml;

  private XmlFile(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** What is in a file. */
  @FunctionalInterface
  interface Content {
    void writeTo(XmlFile xml) throws XMLStreamException;
  }

  static void write(OutputStream out, Content content) throws IOException {
    try {
      // That of Java itself: another one may lie on the class path.
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      content.writeTo(new XmlFile(xml));
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException("a file of XML cannot be written", e);
    }
  }

  /** Begins an element, with attributes as names and values in turn. */
  XmlFile begin(String element, Object... attributes) throws XMLStreamException {
    xml.writeStartElement(element);
    addAttributes(attributes);
    return this;
  }

  /** Adds an element that has attributes only. */
  XmlFile add(String element, Object... attributes) throws XMLStreamException {
    xml.writeEmptyElement(element);
    addAttributes(attributes);
    return this;
  }

  private void addAttributes(Object... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i].toString(), Cells.forXml(attributes[i + 1].toString()));
    }
  }

  /** Adds text to the current element. */
  XmlFile text(Object value) throws XMLStreamException {
    xml.writeCharacters(Cells.forXml(value.toString()));
    return this;
  }

  /** Ends the current element. */
  XmlFile end() throws XMLStreamException {
    xml.writeEndElement();
    return this;
  }
}
