package org.zhengyu.transforms.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.transforms.input.Readings.readWhole;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.zhengyu.transforms.input.Readings.Received;
import org.zhengyu.transforms.model.Description;

class MarkdownFormatTest {
  @Example
  void readsFrontMatterAsMetadata() {
    Received received =
        readWhole(
            "a.md",
            """
            ---
            title: "关于推行链长制的意见"
            日期: 2022年3月5日   # 成文
            region: 青岛
            tags:
              - 产业
              - 链长制
            keywords: [创新, '开放']
            ---
            # 关于推行**链长制**的意见

            全市要推行链长制。
            """);
    Description description = received.documents.get(0).description();
    assertThat(description.title()).isEqualTo("关于推行链长制的意见");
    assertThat(description.from()).isEqualTo("2022-03-05");
    assertThat(description.region().name()).isEqualTo("青岛市");
    assertThat(description.metadata()).isEqualTo("{\"keywords\":\"创新; 开放\",\"tags\":\"产业; 链长制\"}");
    assertThat(received.texts()).containsExactly("# 关于推行链长制的意见\n\n全市要推行链长制。\n");
  }

  @Example
  void leavesOutTheMarksAndKeepsWhatTheyMark() {
    Received received =
        readWhole(
            "a.md",
            """
            总体要求
            ====
            推进**六个**城市、*链长制*与~~旧~~`代码`，见[文件](http://x.cn/a "题")和<b>粗</b>。![图](x.png)
            > 引文第一行
            - 一项，__重点__
            | 指标 | 值 |
            |---|:--:|
            | 产值 | 5\\* |
            ***
            见注[^1]。file_name_x 与 2*3*4

            [^1]: 统计公报
            [ref]: http://x.cn
            """);
    assertThat(received.texts())
        .containsExactly(
            """
            # 总体要求
            推进六个城市、链长制与旧代码，见文件和粗。
            引文第一行
            - 一项，重点
            | 指标 | 值 |
            | 产值 | 5* |

            见注[1]。file_name_x 与 234

            [1] 统计公报
            """);
  }

  @Example
  void takesARuleOrATextForNoFrontMatter() {
    for (String text : new String[] {"---\n没有字段的一行\n---\n正文", "---\n正文：没有结束\n", "正文\n---\n"}) {
      assertThat(readWhole("a.md", text).documents.get(0).text()).contains("正文");
    }
  }

  @Property(tries = 500)
  void readsAnyMarksWithoutLosingAnIdeograph(
      @ForAll @StringLength(max = 60) @Chars({'一', '*', '_', '`', '~', '|', '-', '#', '\n', ' '})
          String text) {
    String read = readWhole("a.md", text).documents.get(0).text();
    assertThat(read.chars().filter(c -> c == '一').count())
        .isEqualTo(
            text.replaceAll("(?m)^\\s{0,3}(?:```|~~~).*$", "")
                .chars()
                .filter(c -> c == '一')
                .count());
  }
}
