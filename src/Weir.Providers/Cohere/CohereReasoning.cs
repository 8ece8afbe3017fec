using System.Text.Json;
using Weir.Providers.Translation;

namespace Weir.Providers.Cohere;

/// <summary>Writes what a model thought, and how it plans to use its tools, as reasoning; the id tells one from the other when they come back.</summary>
internal static class CohereReasoning
{
    public const string PlanId = "tool_plan";

    /// <param name="writer">In an open delta or message.</param>
    /// <param name="thinking">Empty when there is none.</param>
    /// <param name="plan">Empty when there is none.</param>
    public static void Write(Utf8JsonWriter writer, string thinking, string plan)
    {
        if (thinking.Length + plan.Length == 0)
        {
            return;
        }

        writer.WriteString("reasoning"u8, thinking + plan);
        writer.WriteStartArray("reasoning_details"u8);
        WriteDetail(writer, thinking, null, 0);
        WriteDetail(writer, plan, PlanId, 1);
        writer.WriteEndArray();
    }

    private static void WriteDetail(Utf8JsonWriter writer, string text, string? id, int index)
    {
        if (text.Length == 0)
        {
            return;
        }

        new ReasoningDetail { Format = ReasoningDetail.Unknown, Index = index, Id = id, Text = text }.Write(writer);
    }
}
