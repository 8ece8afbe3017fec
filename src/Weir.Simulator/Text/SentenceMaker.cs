using System.Globalization;
using System.Text;

namespace Weir.Simulator.Text;

/// <summary>Makes an answer that recaps the question and goes through its topics.</summary>
internal sealed class SentenceMaker(PromptWords prompt, SeededRandom random)
{
    private static readonly string[] Openings =
    [
        "You asked: “{0}” Here is a short answer in {1} points.",
        "Let us take “{0}” one piece at a time; there are {1} of them.",
        "Good question. “{0}” comes apart into {1} points.",
    ];

    private static readonly string[] Points =
    [
        "**{0}** comes first, because the rest of the question leans on it.",
        "**{0}** is best read together with {1}; neither says much alone.",
        "**{0}** decides how far the answer reaches, so it is worth a second look.",
        "**{0}** is where the detail sits: compare it with {1} before going on.",
        "**{0}** closes the circle and leads back to {1}.",
    ];

    private static readonly string[] Closings =
    [
        "In short: begin with {0}, then {1}. No model was asked; the simulator drew this from your own words.",
        "That is {0} and {1} in brief, as the simulator puts it, without a model behind it.",
        "Start from {0}, keep {1} in mind, and the rest follows, says the simulator, which has no model to ask.",
    ];

    private static readonly string[] Numbers = ["no", "one", "two", "three", "four", "five"];

    private readonly int _firstPoint = random.Below(Points.Length);
    private int _pointCount;

    /// <param name="pointCount">Points to list, 1 to 5.</param>
    /// <param name="least">More points are added until the answer is that long.</param>
    public string Answer(int pointCount, AnswerLength least, Func<string, int> countTokens)
    {
        var answer = new StringBuilder();
        answer.AppendFormat(CultureInfo.InvariantCulture, random.Pick(Openings), prompt.Quote, Numbers[pointCount]).Append("\n\n");
        for (var i = 0; i < pointCount; i++)
        {
            answer.Append(NextPoint()).Append('\n');
        }

        answer.Append('\n').AppendFormat(CultureInfo.InvariantCulture, random.Pick(Closings), Topic(0), Topic(1));
        var length = AnswerLength.Of(answer.ToString(), countTokens);
        while (!length.Reaches(least))
        {
            var sentence = (_pointCount % 5 == 0 ? "\n\n" : " ") + NextPoint()[3..];
            answer.Append(sentence);
            length += AnswerLength.Of(sentence, countTokens);
        }

        return answer.ToString();
    }

    private string NextPoint()
    {
        var template = Points[(_firstPoint + _pointCount) % Points.Length];
        var sentence = string.Format(CultureInfo.InvariantCulture, template, Capital(Topic(_pointCount)), Topic(_pointCount + 1));
        _pointCount++;
        return string.Create(CultureInfo.InvariantCulture, $"{_pointCount % 10}. {sentence}");
    }

    private string Topic(int index) => prompt.Topics[index % prompt.Topics.Length];

    private static string Capital(string word) =>
        char.IsSurrogate(word[0]) ? word : char.ToUpperInvariant(word[0]) + word[1..];
}
