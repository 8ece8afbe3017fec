using Microsoft.AspNetCore.Http;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Delivery;

/// <summary>Finds the model of a request, and refuses one that is for something else.</summary>
internal static class ModelFinder
{
    /// <param name="output">What the endpoint makes; one of the output modalities.</param>
    /// <exception cref="RefusalException">There is no such model, or it does not make that.</exception>
    public static SimulatorModel Find(string name, string output, HttpRequest request)
    {
        var model = SimulatorCatalog.Find(name)
            ?? throw new RefusalException(new ApiError(
                404,
                $"The model `{name}` does not exist or you do not have access to it. GET /v1/models lists those that do.",
                ApiError.InvalidRequest,
                "model",
                "model_not_found"));
        if (model.Makes(output))
        {
            return model;
        }

        var others = string.Join(", ", SimulatorCatalog.Models.Where(other => other.Kind != SimulatorModelKind.Fault && other.Makes(output)).Select(other => other.Id));
        throw JsonFields.Refuse($"The model `{name}` makes {string.Join(" and ", model.OutputModalities)}, and {request.Path} makes {output}. Models that do: {others}.", "model", "wrong_endpoint");
    }
}
