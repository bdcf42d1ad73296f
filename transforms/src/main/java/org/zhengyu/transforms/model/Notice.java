package org.zhengyu.transforms.model;

/** Something about accepted documents that whoever reads the result should know. */
public enum Notice {
  /** Is not decoded by the encoding that the run declares, nor by a byte order mark. */
  OTHER_ENCODING
}
