/**
 * What a run needs to know about the runner that carries it out. The runner of this module is here;
 * others bring an {@code Engine} of their own, found as a service, so that nothing here knows them.
 */
package org.zhengyu.pipeline.engine;
