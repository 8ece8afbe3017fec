using System.Collections.Immutable;

namespace Weir.Gateway.Guardrails.Injection;

/// <summary>The patterns of prompt injection, by family.</summary>
/// <remarks>
/// Families and identifiers: guardrails documentation of the API. The expressions are our own, and ask for more than a word: "enable developer mode on my
/// phone", "show me the instructions" and "act as a pirate" are what people write.
/// </remarks>
internal static class InjectionPatterns
{
    private const string Before = @"(?:previous|prior|above|earlier|preceding|former|foregoing|existing|initial|original|system)";
    private const string Fill = @"(?:(?:all|any|every|each|of|the|my|your|these|those|this|that)\s+)*";
    private const string Orders = @"(?:instructions?|prompts?|rules?|directions?|directives?|commands?|guidelines?|guidance|orders|context|constraints?|messages?)\b";
    private const string Rules = @"(?:instructions?|rules?|guidelines?|directives?|programming|training|orders)\b";
    private const string Safety = @"(?:safety|safeguards?|guardrails?|content\s+(?:filters?|filtering|policy|policies|moderation)|moderation|ethical|ethics)\b";
    private const string Secret = @"(?:(?:full|entire|whole|complete|exact|hidden|secret|initial|original|internal|system|confidential|underlying)\s+)*";

    public static ImmutableArray<InjectionPattern> All { get; } = [.. Override(), .. Privileges(), .. Extraction(), .. Roles(), .. Spoofing()];

    private static IEnumerable<InjectionPattern> Override() =>
    [
        new(
            "ignore_previous_instructions",
            ["ignor"],
            $@"\bignor(?:e|ing)\s+(?:{Fill}{Before}\s+(?:\w+\s+)?{Orders}|(?:all\s+of\s+your|all\s+your|all\s+the|all|your|any)\s+{Rules})"),
        new(
            "disregard_instructions",
            ["disregard"],
            $@"\bdisregard(?:ing)?\s+(?:{Fill}{Before}\s+(?:\w+\s+)?{Orders}|(?:all\s+of\s+your|all\s+your|all\s+the|all|your|any)\s+{Rules})"),
        new(
            "forget_instructions",
            ["forget"],
            $@"\bforget\s+(?:about\s+)?(?:{Fill}{Before}\s+(?:\w+\s+)?{Orders}|(?:all\s+of\s+your|all\s+your|all|your)\s+{Rules}|(?:everything|all)\s+(?:above|before|you\s+(?:were|have\s+been|know|learned)))"),
        new(
            "new_instructions",
            ["instruction"],
            @"\b(?:your\s+new\s+instructions?|new\s+(?:system\s+)?instructions?\s*:|here\s+are\s+(?:your|the)\s+new\s+instructions)"),
        new(
            "do_not_follow",
            ["follow", "obey", "comply", "adher"],
            $@"\b(?:do\s+not|don['’]?t|stop|never|no\s+longer)\s+(?:follow|obey|comply|adher)\w*\s+(?:to\s+|with\s+)?(?:any\s+of\s+|all\s+of\s+)?(?:your|previous|prior|earlier|those|the\s+(?:previous|prior|earlier|system|above))\s+(?:\w+\s+){{0,2}}{Rules}"),
        new("supersede_instructions", ["supersed"], $@"\bsuperse[dc](?:e|es|ed|ing)\s+{Fill}(?:{Before}|other)\s+(?:\w+\s+)?{Orders}"),
        new(
            "void_instructions",
            ["void", "invalid", "cancel", "obsolete", "longer", "revoked"],
            $@"\b(?:{Before}|your|all)\s+(?:\w+\s+)?(?:instructions?|rules?|guidelines?|directives?|constraints?|orders)\s+(?:are|is|have\s+been)\s+(?:hereby\s+|now\s+)*(?:null\s+and\s+)?(?:void|invalid|cancell?ed|obsolete|revoked|no\s+longer\s+(?:valid|in\s+effect|apply|binding))"),
        new(
            "system_override",
            ["overrid", "overwrit"],
            @"\bsystem\s+(?:override|overwrite)\b|\boverride\s+(?:the\s+)?system\b|\boverride\s+(?:code|command)\s*:"),
        new(
            "override_instructions",
            ["overrid"],
            $@"\boverrid(?:e|es|ing)\s+(?:all\s+|any\s+|of\s+)*(?:your|{Before}|the\s+{Before})\s+(?:\w+\s+)?(?:instructions?|rules?|guidelines?"
            + @"|directives?|programming|restrictions?|constraints?|prompts?)\b"),
    ];

    private static IEnumerable<InjectionPattern> Privileges() =>
    [
        new(
            "developer_mode",
            ["developer", "debug"],
            @"\byou\s+are\s+(?:now\s+)?(?:running\s+|operating\s+)?(?:in\s+)?(?:developer|debug)\s+mode\b"
            + @"|\b(?:respond|answer|act|simulate|output)\w*\s+(?:in|with|as\s+if\s+in)\s+developer\s+mode\b"
            + @"|\bdeveloper\s+mode\s+(?:output|response)\b"),
        new(
            "enter_special_mode",
            ["enter", "switch", "go"],
            @"\b(?:enter|entering|switch\s+to|go\s+into|go\s+to)\s+(?:an?\s+|the\s+|your\s+)?(?:god|admin|administrator|sudo|superuser"
            + @"|unrestricted|unlimited|unfiltered|uncensored|unlocked|evil|override|special)\s+mode\b"),
        new(
            "activate_special_mode",
            ["activat", "enabl", "turn", "unlock"],
            @"\b(?:activat(?:e|ing)|enabl(?:e|ing)|turn\s+on|unlock(?:ing)?)\s+(?:an?\s+|the\s+|your\s+)?(?:god|admin|administrator|sudo"
            + @"|superuser|unrestricted|unlimited|unfiltered|uncensored|unlocked|evil|override|special)\s+mode\b"),
        new(
            "bypass_safety",
            ["bypass", "circumvent"],
            $@"\b(?:bypass|circumvent)(?:es|ing|s)?\s+{Fill}(?:\w+\s+)?(?:{Safety}|(?:your|all)\s+(?:\w+\s+)?(?:restrictions?|filters?|limitations?))"),
        new(
            "disable_safety",
            ["disabl", "turn", "switch", "deactivat"],
            $@"\b(?:disabl(?:e|ing)|turn(?:ing)?\s+off|switch(?:ing)?\s+off|deactivat(?:e|ing))\s+{Fill}(?:\w+\s+)?{Safety}"),
        new("ignore_safety", ["ignor", "disregard"], $@"\b(?:ignor(?:e|ing)|disregard(?:ing)?)\s+{Fill}(?:\w+\s+)?{Safety}"),
    ];

    private static IEnumerable<InjectionPattern> Extraction() =>
    [
        new(
            "reveal_prompt",
            ["reveal", "disclos", "expose", "leak"],
            $@"\b(?:reveal|disclose|expose|leak)\s+(?:to\s+me\s+|me\s+)?(?:(?:your|all\s+your|all\s+of\s+your)\s+{Secret}(?:prompts?|instructions?"
            + $@"|guidelines|rules)|the\s+{Secret}system\s+(?:prompts?|instructions?|message))\b"),
        new(
            "show_prompt",
            ["show", "display", "tell", "give"],
            $@"\b(?:show|display|tell|give)\s+(?:me\s+|us\s+)?(?:your\s+{Secret}(?:prompts?|instructions)|the\s+{Secret}system\s+(?:prompts?"
            + @"|instructions?|message))\b"),
        new(
            "what_instructions",
            ["what"],
            $@"\bwhat(?:['’]s|\s+(?:are|were|is|was))\s+(?:your\s+{Secret}(?:instructions?|prompt|guidelines)|the\s+{Secret}system\s+(?:prompt"
            + @"|instructions?|message))\b"),
        new(
            "repeat_instructions",
            ["repeat", "recite"],
            $@"\b(?:repeat|recite)\s+(?:back\s+|to\s+me\s+)*(?:(?:all\s+of\s+|all\s+)?your\s+{Secret}(?:instructions?|prompt)"
            + $@"|the\s+{Secret}system\s+(?:prompt|instructions?|message)|(?:everything|all|the\s+(?:text|words|content|prompt"
            + @"|instructions))\s+(?:above|before\s+this))\b"),
        new(
            "output_prompt",
            ["output", "print", "dump", "write", "return", "echo"],
            $@"\b(?:output|print|dump|write\s+out|return|echo)\s+(?:out\s+)?(?:(?:all\s+of\s+)?your\s+{Secret}(?:prompts?|instructions)"
            + $@"|the\s+{Secret}system\s+(?:prompts?|instructions?|message))\b"),
    ];

    private static IEnumerable<InjectionPattern> Roles() =>
    [
        new(
            "remove_restrictions",
            ["remov", "lift", "drop"],
            @"\b(?:remov(?:e|ing)|lift(?:ing)?|drop(?:ping)?)\s+(?:(?:all\s+)?(?:of\s+)?your\s+(?:\w+\s+)?(?:restrictions?|limitations?|filters?"
            + @"|constraints?|censorship|guardrails)|all\s+(?:restrictions|limitations|censorship))\b"),
        new(
            "act_unbound",
            ["restrict", "unbound", "filter", "censor", "limit", "rules", "unrestrict", "moral", "ethic"],
            @"\b(?:act|behave|respond|operate|answer|function)\s+(?:as\s+(?:if|though)\s+|like\s+|as\s+)?(?:you\s+(?:are|were|have"
            + @"|had)\s+)?(?:an?\s+)?(?:unbound|unrestricted|unfiltered|uncensored|(?:with\s+)?no\s+(?:restrictions|limitations|limits|rules"
            + @"|filters|morals|ethics)|without\s+(?:any\s+|your\s+)?(?:restrictions|limitations|limits|rules|filters|morals|ethics|censorship))\b"),
        new(
            "pretend_different",
            ["pretend"],
            @"\bpretend\s+(?:that\s+)?(?:you(?:['’]re|\s+are|\s+were)|to\s+be)\s+(?:(?:an?\s+)?(?:different|another|unrestricted|unfiltered"
            + @"|uncensored|jailbroken|evil)\b|not\s+(?:an?\s+)?(?:ai|assistant|language\s+model)|someone\s+else|no\s+longer)"),
        new(
            "identity_hijack",
            ["longer", "identity", "persona", "forget"],
            @"\byou\s+are\s+no\s+longer\s+(?:an?\s+|the\s+)?(?:ai|assistant|chatbot|chatgpt|gpt|claude|gemini|language\s+model|bound|restricted"
            + @"|limited)\b"
            + @"|\byour\s+new\s+(?:identity|persona)\s+is\b"
            + @"|\bforget\s+(?:that\s+)?you(?:['’]re|\s+are)\s+(?:an?\s+)?(?:ai|assistant|chatbot|language\s+model)\b"),
        new(
            "dan_jailbreak",
            ["dan", "anything"],
            @"\bdo\s+anything\s+now\b"
            + @"|\b(?:you\s+are\s+now|act\s+as|become|respond\s+as|roleplay\s+as|you\s+will\s+be)\s+(?:a\s+|an\s+)?(?-i:DAN)\b"),
        new("jailbreak_mode", ["jailbr"], @"\bjailbr(?:eak|oken)\s+(?:mode|prompt|version|yourself)\b|\b(?:enter|activate|enable)\s+jailbreak\b"),
    ];

    private static IEnumerable<InjectionPattern> Spoofing() =>
    [
        new("system_tag_injection", ["sys"], @"<\s*/?\s*(?:system|sys|system[_-]?(?:prompt|message|instructions?))\s*>"),
        new(
            "role_tag_injection",
            ["assistant", "human", "developer", "role"],
            @"<\s*/?\s*(?:assistant|human|developer)\s*>|<\s*(?:message|msg|turn)\s+role\s*=\s*[""'](?:system|developer|assistant)[""']"),
        new("role_delimiter_injection", ["#"], @"^\s*#{2,4}\s*(?:system|assistant|human|instructions?|developer)\s*(?:prompt|message)?\s*:"),
        new("bracketed_role_spoofing", ["["], @"\[\s*(?:system|assistant|developer|internal)(?:\s+(?:message|prompt|instructions?|note|override))?\s*\]"),
        new(
            "system_prefix_spoofing",
            ["system"],
            @"^\s*system\s*(?:message|prompt)?\s*:\s*(?:you\b|your\b|ignore\b|disregard\b|forget\b|new\b|override\b|from\s+now\b"
            + @"|the\s+(?:assistant|user|model)\b|instructions?\b|do\s+not\b|always\b|never\b)"),
        new(
            "control_token_injection",
            ["<|", "[INST]", "[/INST]", "<<SYS>>", "<</SYS>>", "_of_turn>"],
            @"<\|[a-z][a-z0-9_]{1,40}\|>|\[/?INST\]|<</?SYS>>|<(?:start|end)_of_turn>"),
        new("deepseek_control_token_injection", ["｜", "▁"], @"<[｜|][a-z0-9_▁ ]{2,60}[｜|]>"),
    ];
}
