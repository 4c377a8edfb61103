"""Drafts with mechanical faults, and what they are after fixing."""

from __future__ import annotations

SAFE = """按照通知要求，青禾县档案馆领导班子认真查摆问题。现将对照检查情况报告如下。
一、存在的问题
（一）理论学习方面。一是学习不够系统。比如：2023年5月的专题研讨准备不足。二是学用结合不紧。比如：查档流程三年没有改过。
（二）、工作作风方面。一是调研不深⼊。比如：2023年只去过两个乡镇档案室。二是服务不主动。比如：周末没有安排人值班。
二、二、原因分析
1、对理论学习重视不够。学习制度落实不严。
2、对工作作风要求不严。服务群众的意识有所淡化。
三、整改措施
（一）加强理论学习。每月组织一次集中学习。
(二)改进工作作风。每人联系两个乡镇档案室。
"""
"""A draft with one fault of every kind that is mended safely."""

MENDED = (
    SAFE.replace("（二）、", "（二）")
    .replace("⼊", "入")
    .replace("二、二、", "二、")
    .replace("1、", "1.")
    .replace("2、", "2.")
    .replace("(二)", "（二）")
)

UNSAFE = MENDED.replace("二是学用", "三是学用").replace("一是调研", "”一是“调研")
"""What is left if the author is asked: a number that may be wrong, or an item that is lost."""
