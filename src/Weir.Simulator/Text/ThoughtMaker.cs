using System.Globalization;

namespace Weir.Simulator.Text;

/// <summary>Makes the reasoning before an answer, from the topics of the question.</summary>
internal sealed class ThoughtMaker(PromptWords prompt, SeededRandom random)
{
    private static readonly string[] Thoughts =
    [
        "The question turns on {0}.",
        "{0} may depend on {1}, so both have to be looked at.",
        "It is tempting to start from {1}, yet {0} comes before it.",
        "Nothing in the prompt rules out {0}.",
        "An answer that leaves out {1} would be too short.",
    ];

    public string Think(int sentenceCount)
    {
        var first = random.Below(Thoughts.Length);
        return string.Join(' ', Enumerable.Range(0, sentenceCount).Select(i =>
            string.Format(CultureInfo.InvariantCulture, Thoughts[(first + i) % Thoughts.Length], Topic(i), Topic(i + 1))));
    }

    private string Topic(int index) => prompt.Topics[index % prompt.Topics.Length];
}
