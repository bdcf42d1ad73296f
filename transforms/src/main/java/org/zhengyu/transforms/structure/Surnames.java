package org.zhengyu.transforms.structure;

/** Surnames, by which a short line is told to be a person's name. */
final class Surnames {
  /** Those of one character that most people have. */
  static final String SINGLE =
      "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆"
          + "范汪廖石金韦贾夏付傅邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严欧莫孔向常汤康易乔赖文施洪季"
          + "柯颜牛温鲁葛毕庞邢俞翟樊骆焦倪岳殷齐聂左路梅庄辛管祝詹时齐包涂霍耿柴柳翁单邬安";

  /** Those of two characters. */
  static final String DOUBLE = "欧阳|司马|上官|诸葛|司徒|夏侯|皇甫|东方|尉迟|公孙|慕容|令狐|轩辕|端木|长孙|宇文";

  private Surnames() {}
}
