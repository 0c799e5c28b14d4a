using System.ComponentModel;

namespace Unknot.Web.Features.Muscles;

[Description("A vertex of a fibre with the radius there, in millimetres.")]
public sealed record FibreVertex(float X, float Y, float Z, float R);
