// The questions, as bench/Inference/README.md describes them.
#pragma once

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

struct Edge {
    int parent, child;
    double strength;
};

struct Witness {
    double leak, certainty;
    std::vector<std::pair<int, double>> links;
};

struct Case {
    std::string id;
    std::vector<double> bases, log_weights;
    std::vector<Edge> edges;
    std::vector<Witness> witnesses;
};

inline Edge read_edge(std::istringstream& words) {
    Edge edge{};
    words >> edge.parent >> edge.child >> edge.strength;
    return edge;
}

inline std::vector<Case> read_cases(const std::string& folder) {
    std::vector<double> bases;
    std::vector<Edge> common;
    std::string line, word;
    std::ifstream network(folder + "/network.txt");
    if (!std::getline(network, line) || line != "unknot-network 1") throw std::runtime_error("no network in " + folder);
    while (std::getline(network, line)) {
        std::istringstream words(line);
        words >> word;
        if (word == "node") {
            int number;
            double base;
            words >> number >> base;
            bases.push_back(base);
        } else {
            common.push_back(read_edge(words));
        }
    }

    std::vector<Case> cases;
    std::ifstream file(folder + "/cases.txt");
    if (!std::getline(file, line) || line != "unknot-cases 1") throw std::runtime_error("no cases in " + folder);
    while (std::getline(file, line)) {
        std::istringstream words(line);
        words >> word;
        if (word == "case") {
            words >> word;
            cases.push_back({word, bases, std::vector<double>(bases.size(), 0.0), common, {}});
        } else if (word == "base" || word == "weight") {
            int node;
            double value;
            words >> node >> value;
            (word == "base" ? cases.back().bases : cases.back().log_weights)[node] = value;
        } else if (word == "edge") {
            cases.back().edges.push_back(read_edge(words));
        } else if (word == "witness") {
            Witness witness{};
            words >> witness.leak >> witness.certainty;
            while (words >> word) {
                auto colon = word.find(':');
                witness.links.emplace_back(std::stoi(word.substr(0, colon)), std::stod(word.substr(colon + 1)));
            }
            cases.back().witnesses.push_back(witness);
        }
    }
    return cases;
}
