namespace Weir.Server.Seeding;

/// <summary>What is asked and answered: sentences put together, about things that everybody knows.</summary>
internal sealed class SeedTexts(SeedRandom random)
{
    private static readonly string[] Subjects =
    [
        "the refund policy", "a delayed parcel", "the invoice of last month", "two-factor sign-in", "the export to CSV", "rate limits of the API", "a failing webhook",
        "the retry queue", "database indexes", "a slow report", "the onboarding mail", "a landing page", "the release notes", "time zones in schedules", "a broken build",
        "the cancellation flow", "a duplicate charge", "access for a new colleague", "the search results", "a memory leak", "caching of images", "the price list",
        "translations of the menu", "a survey of papers on retrieval", "the summary of a meeting", "the roadmap for spring",
    ];

    private static readonly string[] Questions =
    [
        "How do I change {0}?", "What is the quickest way to check {0}?", "Explain {0} to a new colleague.", "Why does {0} behave differently since Tuesday?",
        "Write a short message to a customer about {0}.", "Give me three options for {0}, with their drawbacks.", "Summarise what we decided about {0}.",
        "Review this note on {0} and say what is missing.", "Is there a known problem with {0}?", "Turn {0} into a checklist.",
    ];

    private static readonly string[] FollowUps =
    [
        "And if that does not help?", "Make it shorter, please.", "Which of these would you choose?", "Can you add an example?", "What would it cost?",
        "Say it in plain words.", "Who has to agree to that?", "Thanks. How do I undo it?",
    ];

    private static readonly string[] Openings = ["In short:", "Yes.", "It depends on two things.", "Here is what I found.", "Good question.", "The usual cause is simple."];

    private static readonly string[] Sentences =
    [
        "Start with {0}, since everything else follows from it.", "Look at the settings first; {0} is listed under *General*.", "Most teams handle {0} once a week and never think of it again.",
        "There are two ways to deal with {0}: by hand, or by a rule that runs each night.", "Keep a note of who changed {0} and when.", "If {0} is urgent, write to the person on call.",
        "The change takes effect for the next request, not for those that are under way.", "Measure before and after, or nobody will know whether it helped.",
        "A smaller step is safer: try it in one workspace first.", "The figures of last week show no difference.", "What remains open is who pays for it.",
    ];

    public string Subject() => random.Pick(Subjects);

    public string Question(string subject) => Fill(random.Pick(Questions), subject);

    public string FollowUp() => random.Pick(FollowUps);

    /// <summary>Two to seven sentences.</summary>
    public string Answer(string subject)
    {
        var sentences = Enumerable.Range(0, random.Between(2, 8)).Select(_ => Fill(random.Pick(Sentences), subject));
        return $"{random.Pick(Openings)} {string.Join(' ', sentences)}";
    }

    /// <summary>A passage of a document.</summary>
    public string Passage(string subject) => $"{char.ToUpperInvariant(subject[0])}{subject[1..]}. {Fill(random.Pick(Sentences), subject)} {Fill(random.Pick(Sentences), subject)}";

    private static string Fill(string template, string subject) => template.Replace("{0}", subject, StringComparison.Ordinal);
}
