/**
 * Questions to the layers by place: what is in an area, figures by township, who and what is
 * exposed in it. Every answer says by which rule it counts, from which sources, how old they are
 * and how exact. Nothing is estimated: a village whose point lies inside counts whole, another not
 * at all.
 */
package org.wanglou.command.query;
